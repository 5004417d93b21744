import type { CircleId } from '#features/circles/circle.ts';
import { callMeetings } from '#features/circles/server/call-meetings.ts';
import { meetingNear } from '#features/circles/server/index.ts';
import { comeToMeeting } from '#features/circle-mode/server/come-to-meeting.ts';
import { endMeeting } from '#features/circle-mode/server/end-at-rest.ts';
import { asJson, goingOn } from '#features/circle-mode/server/going-on.ts';
import type { Way } from '#features/circle-mode/sitting.ts';
import type { Database, Reader, Tx } from '#platform/db.ts';
import { ruleOf } from '#platform/recurrence/pattern.ts';
import { after, days, minutes } from '#platform/time.ts';
import { circles, type CastCircle, type Handle } from './cast.ts';

/** The cast, as whoever moves them sees it at one moment. Somebody whom a visitor has erased does nothing. */
export interface Troupe {
	now: Date;
	db: Reader;
	as(who: Handle | null, operation: (tx: Tx) => Promise<object>): Promise<unknown>;
}

/** So long a visitor may look at what follows a meeting before the next one gathers. */
const BETWEEN_MEETINGS = minutes(20);
/** A meeting that a visitor began, and left on, is over after this. */
const LONGEST = minutes(120);

/** A meeting is called for a few minutes from now, and some are at its door. */
export async function gatherAtTheDoor(
	{ now, db, as }: Troupe,
	{ hosts: [host], zone, aboutToMeet = {} }: CastCircle,
	circleId: CircleId,
) {
	const start = Temporal.Instant.fromEpochMilliseconds(after(now, minutes(10)).getTime())
		.toZonedDateTimeISO(zone)
		.toPlainDateTime()
		.toString({ smallestUnit: 'minute' });
	const [since = '', at = ''] = start.split('T');
	const rule = ruleOf({ every: 'once', on: since });
	if (!(await meetingNear(db, circleId, now)))
		await as(host, (tx) => callMeetings(tx, { circleId, rule, since, at, minutes: 60, zone }));
	for (const [who, way] of Object.entries(aboutToMeet) as [Handle, Way][])
		await as(who, (tx) => comeToMeeting(tx, { circleId, way, private: true, wishes: false }));
	await as(null, async (tx) => ({ stay: await stayForYears(tx.db, circleId, now) }));
}

/** Nobody is behind the pages of made-up people, so they give their sign for years in advance. */
export async function stayForYears(db: Database, circleId: CircleId, now: Date) {
	const going = await goingOn(db, circleId);
	if (!going) return;
	const people = going.state.people.map((sitter) => ({ ...sitter, sign: after(now, days(3650)).getTime() }));
	await db
		.updateTable('sitting')
		.set({ state: asJson({ ...going.state, people }) })
		.where('id', '=', going.id)
		.execute();
}

/** Whenever the meeting of a demonstration is over, the next one gathers after a while. */
export async function keepGathering(troupe: Troupe) {
	const { now, db, as } = troupe;
	for (const circle of Object.values(circles) as CastCircle[]) {
		if (!circle.aboutToMeet) continue;
		const there = await db
			.selectFrom('circle')
			.select((select) => [
				'id',
				select
					.selectFrom('sitting')
					.select((sitting) => sitting.fn.max('ended_at').as('last'))
					.whereRef('sitting.circle_id', '=', 'circle.id')
					.as('endedAt'),
			])
			.where('name', '=', circle.details.name)
			.where('state', '=', 'gathering')
			.executeTakeFirst();
		if (!there) continue;
		const going = await goingOn(db, there.id);
		const opened = going?.state.openedAt;
		if (opened && opened < after(now, -LONGEST).getTime())
			await as(null, async (tx) => ({ ended: await endMeeting(tx, there.id) }));
		else if (!going && !(there.endedAt && there.endedAt > after(now, -BETWEEN_MEETINGS)))
			await gatherAtTheDoor(troupe, circle, there.id);
	}
}
