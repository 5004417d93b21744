import {
	postMessage as post,
	speaking,
	type MaySpeak,
	type Saying,
} from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { standingsIn } from './standing.ts';

/** Says something in a circle. Sent again with the same client id, it is the same message, not another. */
export const postMessage = (tx: Tx, { circleId, ...saying }: { circleId: CircleId } & Saying) =>
	post(tx, circleId, saying, maySpeakIn(circleId));

/**
 * The same for pages, together with whatever else is being said there just now. Whoever may not read a circle cannot tell
 * it from one that is not there.
 */
export const sayInCircle = speaking((id) => async (tx, people) => {
	const standings = await standingsIn(tx, id as CircleId, people);
	return (person, at) => {
		const standing = standings(person, at);
		return may.read(standing).refused ? refuse('not-found') : may.speak(standing);
	};
});

const maySpeakIn =
	(circleId: CircleId): MaySpeak<Exclude<ReturnType<typeof may.speak>['refused'], undefined>> =>
	async (tx, people) => {
		const standings = await standingsIn(tx, circleId, people);
		return (person, at) => may.speak(standings(person, at));
	};
