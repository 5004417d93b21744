import { sql } from 'kysely';
import { z } from 'zod';
import { holdStill } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { after } from '#platform/time.ts';
import { closingSoon, doorClosed, doorOpened, holdLapsed } from '../events.ts';
import { changesNext, doorOf, liveAmong, type Door } from '../holding.ts';
import { GONE_AFTER, type RoomId } from '../room.ts';
import { holdsIn } from './standing.ts';

/**
 * Brings what everybody was told about a door to what is so now: clears away what has lapsed, records that it opened,
 * closes soon or closed, nudges whoever watches, and looks again when time changes it next. The room is held still.
 * `stirred` says that something else changed that people see of it.
 */
export async function tellDoor(tx: Tx, roomId: RoomId, { stirred = false } = {}) {
	const room = await tx.db
		.selectFrom('room')
		.select(['state', 'told', 'age_band'])
		.where('id', '=', roomId)
		.executeTakeFirstOrThrow();
	const holds = await holdsIn(tx.db, roomId);
	const door = doorOf(room, holds, tx.now);
	const told = toldOf(door);

	const lapsed = await clearLapsed(tx, roomId, door);
	if (told === 'closed' && room.told !== 'closed') await close(tx, roomId);
	if (told !== 'closed' && room.told === 'closed') await open(tx, roomId);
	if ((told === 'ending' || told === 'quiet') && room.told !== told)
		await tx.announce(closingSoon({ roomId }));
	if (stirred || lapsed || told !== room.told) await nudgeDoor(tx, roomId, told);

	const next = door.is === 'held' ? changesNext(holds, tx.now) : undefined;
	if (next) await tx.enqueue(tellDoorAgain, { roomId }, { at: next, key: `rooms.tell-door:${roomId}` });
}

const toldOf = (door: Door) =>
	door.is === 'closed' ? 'closed' : (({ shift: 'ending', quiet: 'quiet' } as const)[door.ending!] ?? 'held');

/** Takes away holds that do not count any more. Whether there were any. */
async function clearLapsed(tx: Tx, roomId: RoomId, door: Door): Promise<boolean> {
	const live = door.is === 'held' ? door.by : [];
	const gone = await tx.db
		.deleteFrom('hold')
		.where('room_id', '=', roomId)
		.$if(live.length > 0, (query) => query.where('person_id', 'not in', live))
		.returning('person_id')
		.execute();
	for (const { person_id: personId } of gone) await tx.announce(holdLapsed({ roomId, personId }));
	if (gone.length > 0) await tx.nudge(`!desk:${roomId}`);
	return gone.length > 0;
}

/** Whoever was in is not in any more, and nobody is called for. */
async function close(tx: Tx, roomId: RoomId) {
	await tx.db.deleteFrom('presence').where('room_id', '=', roomId).execute();
	await tx.db
		.updateTable('second_call')
		.set({ ended_at: tx.now })
		.where('room_id', '=', roomId)
		.where('ended_at', 'is', null)
		.execute();
	await tx.announce(doorClosed({ roomId }));
	await tx.nudge(`!desk:${roomId}`);
}

/** An opened room begins empty, and at its own pace. */
async function open(tx: Tx, roomId: RoomId) {
	await tx.db.deleteFrom('presence').where('room_id', '=', roomId).execute();
	await tx.db
		.updateTable('room')
		.set({ open_since: tx.now, slow_seconds: 0, shut_until: null })
		.where('id', '=', roomId)
		.execute();
	await tx.announce(doorOpened({ roomId }));
}

/** Something changed that people see of the door: on its own page, in the room, and where all rooms are shown. */
async function nudgeDoor(tx: Tx, roomId: RoomId, told: ReturnType<typeof toldOf>) {
	const { age_band } = await tx.db
		.updateTable('room')
		.set({ told, door_change: sql`door_change + 1`, desk_change: sql`desk_change + 1` })
		.where('id', '=', roomId)
		.returning('age_band')
		.executeTakeFirstOrThrow();
	await tx.nudge(`door:${roomId}`);
	await tx.nudge(`desk:${roomId}`);
	await tx.nudge(`rooms:${age_band}`);
}

/** Something changed that only holders see: who came in, who left. */
export async function nudgeDesk(tx: Tx, roomId: RoomId) {
	await tx.db
		.updateTable('room')
		.set({ desk_change: sql`desk_change + 1` })
		.where('id', '=', roomId)
		.execute();
	await tx.nudge(`desk:${roomId}`);
}

/** Holds a room still and clears up what time has done to it, before anything is decided about who holds it. */
export async function atTheDoor(tx: Tx, roomId: RoomId) {
	await holdStill(tx, roomId);
	await tellDoor(tx, roomId);
	return holdsLive(tx, roomId);
}

export const holdsLive = async (tx: Tx, roomId: RoomId) => liveAmong(await holdsIn(tx.db, roomId), tx.now);

/** Looks at one door at the moment when time changes it, or what its holder is asked. */
export const tellDoorAgain = job(
	'rooms.tell-door',
	z.object({ roomId: z.uuid().transform((id) => id as RoomId) }),
	async (tx, { roomId }) => {
		const there = await tx.db.selectFrom('room').select('id').where('id', '=', roomId).executeTakeFirst();
		if (!there) return;
		await holdStill(tx, roomId);
		await tellDoor(tx, roomId);
		await nudgeDesk(tx, roomId);
	},
);

/** Looks at every door that may not be what was told, and lets go of those who have not been heard of for long. */
export const tellDoors = job(
	'rooms.tell-doors',
	z.object({}),
	async (tx) => {
		const rooms = await tx.db
			.selectFrom('room')
			.select('id')
			.where('told', '!=', 'closed')
			.orderBy('id')
			.execute();
		for (const { id: roomId } of rooms) {
			await holdStill(tx, roomId);
			const gone = await tx.db
				.deleteFrom('presence')
				.where('room_id', '=', roomId)
				.where('sign_at', '<', after(tx.now, -GONE_AFTER))
				.executeTakeFirst();
			if (gone.numDeletedRows > 0n) await tx.nudge(`!room:${roomId}`);
			await tellDoor(tx, roomId);
		}
	},
	{ every: '* * * * *' },
);
