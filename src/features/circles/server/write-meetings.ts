import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { startsToWrite, type ScheduleId } from '../meeting.ts';

/** Writes down the meetings of every schedule for the weeks ahead. Running it twice writes none twice. */
export const writeMeetings = job(
	'circles.write-meetings',
	z.object({}),
	async (tx) => {
		const schedules = await tx.db
			.selectFrom('schedule')
			.innerJoin('circle', 'circle.id', 'schedule.circle_id')
			.select('schedule.id')
			.where('circle.state', '!=', 'closed')
			.execute();
		for (const { id } of schedules) await writeMeetingsOf(tx, id);
	},
	{ every: '15 * * * *' },
);

export async function writeMeetingsOf(tx: Tx, scheduleId: ScheduleId) {
	const schedule = await tx.db
		.selectFrom('schedule')
		.selectAll()
		.where('id', '=', scheduleId)
		.executeTakeFirst();
	if (!schedule) return;
	const starts = startsToWrite({ ...schedule, except: schedule.except_on, also: [] }, tx.now);
	for (const startsAt of starts)
		await tx.db
			.insertInto('meeting')
			.values({
				id: tx.newId(),
				circle_id: schedule.circle_id,
				schedule_id: schedule.id,
				starts_at: startsAt,
				minutes: schedule.minutes,
				called_off_at: null,
			})
			.onConflict((already) => already.columns(['circle_id', 'starts_at']).doNothing())
			.execute();
}
