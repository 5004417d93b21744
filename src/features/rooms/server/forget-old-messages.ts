import { z } from 'zod';
import { forgetConversation, forgetSaidBefore, holdStill } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { after, days } from '#platform/time.ts';
import type { RoomId } from '../room.ts';
import { keptAtMost } from './limit-keeping.ts';
import { tellDoor } from './tell-door.ts';

/** Deletes what rooms have kept for long enough, talks of two included. Running it twice deletes nothing more. */
export const forgetOldMessages = job(
	'rooms.forget-old-messages',
	z.object({}),
	async (tx) => {
		const most = await keptAtMost(tx.db);
		await tx.db.deleteFrom('room_pause').where('until', '<=', tx.now).execute();
		const rooms = await tx.db.selectFrom('room').select(['id', 'keep_days']).orderBy('id').execute();
		for (const { id, keep_days } of rooms) {
			const before = after(tx.now, -days(Math.min(most, keep_days)));
			// Whoever was in before it closed is not in any more, whether or not anybody has been told.
			await holdStill(tx, id);
			await tellDoor(tx, id);
			await forgetSaidBefore(tx, id, before, { keep: await stillSomebody(tx, id) });
			await forgetAsides(tx, id, before);
		}
	},
	{ every: '20 3 * * *' },
);

/** Whoever is in, holds the room, or has something pinned there, is somebody without a word. */
async function stillSomebody(tx: Tx, roomId: RoomId) {
	const rows = await tx.db
		.selectFrom('alias')
		.select('alias.id')
		.where('alias.conversation_id', '=', roomId)
		.where(({ or, exists, selectFrom }) =>
			or([
				...(['presence', 'hold', 'room_pause'] as const).map((table) =>
					exists(
						selectFrom(table)
							.select(`${table}.person_id`)
							.whereRef(`${table}.person_id`, '=', 'alias.person_id')
							.where(`${table}.room_id`, '=', roomId),
					),
				),
				exists(
					selectFrom('pinned_topic')
						.select('pinned_topic.id')
						.whereRef('pinned_topic.alias_id', '=', 'alias.id'),
				),
			]),
		)
		.execute();
	return rows.map(({ id }) => id);
}

async function forgetAsides(tx: Tx, roomId: RoomId, before: Date) {
	const old = await tx.db
		.selectFrom('aside')
		.select('id')
		.where('room_id', '=', roomId)
		.where('offered_at', '<', before)
		.orderBy('id')
		.execute();
	for (const { id } of old) await forgetConversation(tx, id);
}
