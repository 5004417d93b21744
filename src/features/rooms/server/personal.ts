import { holdStill } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Personal } from '#platform/personal.ts';
import type { RoomId } from '../room.ts';
import { notesOf } from './keep-note.ts';
import { pinnedIn } from './pin-topic.ts';
import { tellDoor } from './tell-door.ts';

/** Which rooms a person is in and holds, their talks of two, what they pinned, and the notes they kept. */
export const personal: Personal = {
	feature: 'rooms',

	async export(db, vault, personId) {
		const of = (table: 'presence' | 'hold' | 'room_pause') =>
			db
				.selectFrom(table)
				.innerJoin('room', 'room.id', `${table}.room_id`)
				.selectAll(table)
				.select('room.name as room')
				.where(`${table}.person_id`, '=', personId)
				.execute();
		const asides = await db
			.selectFrom('aside')
			.select(['id', 'room_id', 'offered_at', 'begun_at', 'ended_at'])
			.where((mine) => mine.or([mine('person_id', '=', personId), mine('holder_id', '=', personId)]))
			.execute();
		const calls = await db
			.selectFrom('second_call')
			.select(['room_id', 'called_at', 'ended_at'])
			.where((mine) => mine.or([mine('called_by', '=', personId), mine('answered_by', '=', personId)]))
			.execute();
		const rooms = await db
			.selectFrom('pinned_topic')
			.innerJoin('alias', 'alias.id', 'pinned_topic.alias_id')
			.select('pinned_topic.room_id')
			.distinct()
			.where('alias.person_id', '=', personId)
			.execute();
		const pinned = await Promise.all(rooms.map(({ room_id }) => pinnedIn(db, vault, room_id)));
		return {
			in: await of('presence'),
			holding: await of('hold'),
			askedToPause: await of('room_pause'),
			asides,
			calls,
			pinned: pinned.flat().flatMap((topic) => (topic.personId === personId ? [topic.words] : [])),
			notes: (await notesOf(db, vault, personId)).map(({ keptOn, words }) => ({ keptOn, words })),
		};
	},

	/** Leaves every room. One that nobody else holds closes. What they said is erased by itself. */
	async erase(tx, personId) {
		for (const roomId of await roomsOf(tx, personId)) {
			await holdStill(tx, roomId);
			for (const table of ['presence', 'hold', 'room_pause'] as const)
				await tx.db
					.deleteFrom(table)
					.where('person_id', '=', personId)
					.where('room_id', '=', roomId)
					.execute();
			await endAsides(tx, roomId, personId);
			await tellDoor(tx, roomId, { stirred: true });
			await tx.nudge(`!room:${roomId}`);
			await tx.nudge(`!desk:${roomId}`);
		}
		await tx.db
			.deleteFrom('pinned_topic')
			.where('alias_id', 'in', (from) =>
				from.selectFrom('alias').select('alias.id').where('alias.person_id', '=', personId),
			)
			.execute();
		await tx.db.deleteFrom('kept_note').where('person_id', '=', personId).execute();
	},
};

async function endAsides(tx: Tx, roomId: RoomId, personId: PersonId) {
	await tx.db
		.updateTable('aside')
		.set({ ended_at: tx.now })
		.where('room_id', '=', roomId)
		.where('ended_at', 'is', null)
		.where((mine) => mine.or([mine('person_id', '=', personId), mine('holder_id', '=', personId)]))
		.execute();
}

/** In one order for everybody, so that two who erase themselves never wait for each other crosswise. */
async function roomsOf(tx: Tx, personId: PersonId): Promise<RoomId[]> {
	const places = (table: 'presence' | 'hold' | 'room_pause') =>
		tx.db.selectFrom(table).select('room_id').where('person_id', '=', personId);
	const rows = await places('presence')
		.union(places('hold'))
		.union(places('room_pause'))
		.union(
			tx.db
				.selectFrom('aside')
				.select('room_id')
				.where((mine) => mine.or([mine('person_id', '=', personId), mine('holder_id', '=', personId)])),
		)
		.execute();
	return rows.map(({ room_id }) => room_id).sort();
}
