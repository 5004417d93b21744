import {
	postMessage as post,
	speaking,
	type MaySpeak,
	type Saying,
} from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { standingsIn } from './standing.ts';

/** Says something in a circle. Sent again with the same client id, it is the same message, not another. */
export const postMessage = (tx: Tx, { circleId, ...saying }: { circleId: CircleId } & Saying) =>
	post(tx, circleId, saying, maySpeakIn(circleId));

/** The same for pages and programs, together with whatever else is being said there just now. */
export const sayInCircle = speaking((id) => maySpeakIn(id as CircleId));

const maySpeakIn =
	(circleId: CircleId): MaySpeak<Exclude<ReturnType<typeof may.speak>['refused'], undefined>> =>
	async (tx, people) => {
		const standings = await standingsIn(tx, circleId, people);
		return (person, at) => may.speak(standings(person, at));
	};
