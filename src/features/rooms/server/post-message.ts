import {
	postMessage as post,
	speaking,
	type MaySpeak,
	type Saying,
} from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { standingsIn } from './standing.ts';

type Silent = Exclude<ReturnType<typeof may.speak>['refused'], undefined>;

/** Says something in a room, while somebody holds it. Sent again with the same client id, it is the same message. */
export const postMessage = (tx: Tx, { roomId, ...saying }: { roomId: RoomId } & Saying) =>
	post(tx, roomId, saying, maySpeakIn(roomId));

/** The same for pages and programs, together with whatever else is being said there just now. */
export const sayInRoom = speaking((id) => maySpeakIn(id as RoomId));

const maySpeakIn =
	(roomId: RoomId): MaySpeak<Silent> =>
	async (tx, people) => {
		const standings = await standingsIn(tx, roomId, people);
		return (person, at) => may.speak(standings(person, at));
	};
