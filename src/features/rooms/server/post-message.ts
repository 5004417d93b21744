import { postMessage as post, type MaySpeak, type Saying } from '#features/conversations/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { standingIn } from './standing.ts';

type Silent = Exclude<ReturnType<typeof may.speak>['refused'], undefined>;

/** Says something in a room, while somebody holds it. Sent again with the same client id, it is the same message. */
export const postMessage = (tx: Tx, { roomId, ...saying }: { roomId: RoomId } & Saying) =>
	post(tx, roomId, saying, maySpeakIn(roomId));

const maySpeakIn =
	(roomId: RoomId): MaySpeak<Silent> =>
	async (tx, people) => {
		const standings = new Map(
			await Promise.all(
				people.map(async (person) => {
					const viewer = (await viewerById(tx.db, person)) ?? null;
					return [person, await standingIn(tx.db, roomId, viewer, tx.now)] as const;
				}),
			),
		);
		return (person) => {
			const standing = standings.get(person);
			return standing ? may.speak(standing) : refuse('not-found');
		};
	};
