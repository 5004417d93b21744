import { sql } from 'kysely';
import { z } from 'zod';
import { job } from '#platform/job.ts';
import { after, minutes } from '#platform/time.ts';
import { REMIND_BEFORE } from '../meeting.ts';

/**
 * Notes who is to be reminded of the meetings of the next hour: everyone seated who is not resting. The `reminder`
 * rows remember who was, so running this twice, or with the clock set back, reminds nobody twice.
 */
export const remindOfMeetings = job(
	'circles.remind-of-meetings',
	z.object({}),
	(tx) =>
		tx.db
			.insertInto('reminder')
			.columns(['meeting_id', 'person_id', 'made_at'])
			.expression((from) =>
				from
					.selectFrom('meeting')
					.innerJoin('circle', 'circle.id', 'meeting.circle_id')
					.innerJoin('seat', 'seat.circle_id', 'meeting.circle_id')
					.select(['meeting.id', 'seat.person_id', sql<Date>`${tx.now}::timestamptz`.as('made_at')])
					.where('meeting.called_off_at', 'is', null)
					.where('circle.state', '=', 'gathering')
					.where('meeting.starts_at', '>', tx.now)
					.where('meeting.starts_at', '<=', after(tx.now, minutes(REMIND_BEFORE)))
					.where('seat.resting', '=', false),
			)
			.onConflict((already) => already.doNothing())
			.execute(),
	{ every: '* * * * *' },
);
