import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { meetingCalledOff, meetingsCalled } from '../events.ts';
import { decideCall, type Calling, type MeetingId, type ScheduleId } from '../meeting.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { keepPace } from './pace.ts';
import { writeMeetingsOf } from './write-meetings.ts';

/** Calls meetings by a rule, or a single one. The next weeks’ are written down at once. */
export async function callMeetings(tx: Tx, { circleId, ...calling }: Calling & { circleId: CircleId }) {
	const pace = await keepPace(tx, 'callMeetings');
	if (pace.refused) return pace;
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const decision = decideCall(calling, tx.now);
	if ('refused' in decision) return decision;

	const id: ScheduleId = tx.newId();
	await tx.db
		.insertInto('schedule')
		.values({ id, circle_id: circleId, ...calling, except_on: [], made_at: tx.now })
		.execute();
	await writeMeetingsOf(tx, id);
	await tx.announce(meetingsCalled({ circleId }));
	return { scheduleId: id };
}

/** Calls one meeting off. It stays in the list, so that nobody stands before a closed door. */
export async function callOffMeeting(
	tx: Tx,
	{ circleId, meeting }: { circleId: CircleId; meeting: MeetingId },
) {
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const off = await tx.db
		.updateTable('meeting')
		.set({ called_off_at: tx.now })
		.where('id', '=', meeting)
		.where('circle_id', '=', circleId)
		.where('called_off_at', 'is', null)
		.where('starts_at', '>', tx.now)
		.executeTakeFirst();
	if (off.numUpdatedRows === 0n) return refuse('no-such-meeting');
	await tx.announce(meetingCalledOff({ circleId, meetingId: meeting }));
	return { calledOff: meeting };
}

/** Ends a series: what is still to come of it is taken off the list, and nothing more is written down. */
export async function endSchedule(
	tx: Tx,
	{ circleId, schedule }: { circleId: CircleId; schedule: ScheduleId },
) {
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	await tx.db
		.deleteFrom('meeting')
		.where('schedule_id', '=', schedule)
		.where('circle_id', '=', circleId)
		.where('starts_at', '>', tx.now)
		.execute();
	const ended = await tx.db
		.deleteFrom('schedule')
		.where('id', '=', schedule)
		.where('circle_id', '=', circleId)
		.returning('id')
		.executeTakeFirst();
	if (!ended) return refuse('no-such-meeting');
	await tx.announce(meetingsCalled({ circleId }));
	return { ended: schedule };
}
