import { beSomebody, isKeptOut, mayBeNew } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { after, minutes } from '#platform/time.ts';
import { may, type Standing } from '../policy.ts';
import { crowdOf, type Presence, type RoomId } from '../room.ts';
import { keepPace } from './pace.ts';
import { actorIn } from './standing.ts';
import { atTheDoor, nudgeDesk, tellDoor } from './tell-door.ts';

type How = Pick<Presence, 'intent' | 'firstTime'>;

/** Comes into a room that is held. It is held still, so that one holder never has more people than they look after. */
export async function comeIn(tx: Tx, { roomId, ...how }: How & { roomId: RoomId }) {
	const pace = await keepPace(tx, 'move');
	if (pace.refused) return pace;
	await atTheDoor(tx, roomId);
	const standing = await actorIn(tx, roomId);
	const ruling = may.comeIn(standing);
	if (ruling.refused) return ruling;
	if (await isKeptOut(tx.db, { id: roomId, personId: tx.actor }, tx.now)) return refuse('kept-out');
	const newHere = await mayBeNew(tx, roomId);
	if (newHere.refused) return newHere;

	await stepIn(tx, roomId, how);
	await tellWhoIsIn(tx, roomId, standing);
	return { in: roomId };
}

/** Puts whoever acts into the room, under a name they have there. */
export async function stepIn(tx: Tx, roomId: RoomId, { intent, firstTime }: How) {
	await beSomebody(tx, roomId);
	await tx.db
		.insertInto('presence')
		.values({
			room_id: roomId,
			person_id: tx.actor,
			since: tx.now,
			sign_at: tx.now,
			intent,
			first_time: firstTime,
			corner: false,
		})
		.onConflict((already) =>
			already
				.columns(['room_id', 'person_id'])
				.doUpdateSet({ sign_at: tx.now, intent, first_time: firstTime }),
		)
		.execute();
}

/** Leaves, without explaining. Nothing says later that they were here, but for what they said. */
export async function leaveRoom(tx: Tx, roomId: RoomId) {
	const pace = await keepPace(tx, 'move');
	if (pace.refused) return pace;
	await atTheDoor(tx, roomId);
	const standing = await actorIn(tx, roomId);
	if (standing.hold) return refuse('you-hold-it');
	const left = await tx.db
		.deleteFrom('presence')
		.where('room_id', '=', roomId)
		.where('person_id', '=', tx.actor)
		.executeTakeFirst();
	if (left.numDeletedRows === 0n) return { left: roomId };
	await tellWhoIsIn(tx, roomId, standing);
	// Another page of theirs may still listen.
	await tx.nudge(`!room:${roomId}`);
	return { left: roomId };
}

/** Everybody sees how many are in as people would say it; only holders see every one who comes and goes. */
async function tellWhoIsIn(tx: Tx, roomId: RoomId, before: Standing) {
	const { present } = await actorIn(tx, roomId);
	if (crowdOf(present) === crowdOf(before.present)) await nudgeDesk(tx, roomId);
	else await tellDoor(tx, roomId, { stirred: true });
}

/** Sits in the quiet corner, or comes back to the others. */
export async function sitInCorner(tx: Tx, { roomId, corner }: { roomId: RoomId; corner: boolean }) {
	const pace = await keepPace(tx, 'move');
	if (pace.refused) return pace;
	await atTheDoor(tx, roomId);
	const ruling = may.read(await actorIn(tx, roomId));
	if (ruling.refused) return ruling;
	await tx.db
		.updateTable('presence')
		.set({ corner, sign_at: tx.now })
		.where('room_id', '=', roomId)
		.where('person_id', '=', tx.actor)
		.execute();
	await tellDoor(tx, roomId, { stirred: true });
	return { corner };
}

/** A sign is kept no more often than this: it is written while a page is only being read. */
const SIGN_EVERY = minutes(2);

/** Lets the room know that somebody is still there: their page was looked at. It says nothing to anybody else. */
export async function giveSign(tx: Tx, roomId: RoomId) {
	await tx.db
		.updateTable('presence')
		.set({ sign_at: tx.now })
		.where('room_id', '=', roomId)
		.where('person_id', '=', tx.actor)
		.where('sign_at', '<', after(tx.now, -SIGN_EVERY))
		.execute();
	return {};
}
