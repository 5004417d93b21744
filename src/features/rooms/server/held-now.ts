import type { Reader } from '#platform/db.ts';
import { doorOf } from '../holding.ts';
import type { RoomId } from '../room.ts';
import { holdsIn } from './standing.ts';

/** The rooms that somebody holds at this moment, and so the only ones that are open. Who may find them is for others to say. */
export async function roomsHeldNow(db: Reader, now: Date): Promise<RoomId[]> {
	const rooms = await db
		.selectFrom('room')
		.select(['room.id', 'room.state'])
		.where('room.state', '=', 'open')
		.where(({ exists, selectFrom }) =>
			exists(selectFrom('hold').select('hold.person_id').whereRef('hold.room_id', '=', 'room.id')),
		)
		.orderBy('room.id')
		.execute();
	const held = await Promise.all(
		rooms.map(async (room) => (doorOf(room, await holdsIn(db, room.id), now).is === 'held' ? [room.id] : [])),
	);
	return held.flat();
}
