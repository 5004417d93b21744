import { sql } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { visibleTo } from './visible-to.ts';

/** Nobody who is shown three things is helped by weighing more. */
const MOST = 60;

/**
 * The circles in which somebody could sit behind the others and say nothing, with their next meetings: those that this
 * viewer may find, in which they have no place yet, and where observers are welcome. What meets soonest comes first.
 */
export async function circlesToSitIn(
	db: Reader,
	viewer: Viewer | null,
	{ from, until }: { from: Date; until: Date },
) {
	const circles = await db
		.selectFrom('circle')
		.select([
			'circle.id',
			'circle.slug',
			'circle.name',
			'circle.about',
			'circle.topics',
			'circle.language',
			'circle.structure',
			'circle.venue',
			'circle.address',
			'circle.capacity',
			sql<number>`(select count(*) from seat where seat.circle_id = circle.id)::int`.as('taken'),
			sql<number>`(select count(*) from seat where seat.circle_id = circle.id and role = 'host')::int`.as(
				'hosts',
			),
		])
		.where((where) => visibleTo(where, viewer))
		.where('circle.state', '=', 'gathering')
		.where('circle.observers_welcome', '=', true)
		.$if(viewer !== null, (query) =>
			query.where(({ not, or, exists, selectFrom }) =>
				not(
					or(
						(['seat', 'observer', 'wait'] as const).map((table) =>
							exists(
								selectFrom(table)
									.select(`${table}.person_id`)
									.whereRef(`${table}.circle_id`, '=', 'circle.id')
									.where(`${table}.person_id`, '=', viewer!.id),
							),
						),
					),
				),
			),
		)
		.orderBy(
			sql`(select min(starts_at) from meeting where meeting.circle_id = circle.id
				and called_off_at is null and starts_at > ${from}) nulls last`,
		)
		.orderBy('circle.id')
		.limit(MOST)
		.execute();
	const meetings = await meetingsOf(
		db,
		circles.map(({ id }) => id),
		{ from, until },
	);
	return circles.map((circle) => ({
		...circle,
		meetings: meetings.filter(({ circleId }) => circleId === circle.id),
	}));
}

const meetingsOf = (db: Reader, circles: readonly CircleId[], { from, until }: { from: Date; until: Date }) =>
	db
		.selectFrom('meeting')
		.leftJoin('schedule', 'schedule.id', 'meeting.schedule_id')
		.select([
			'meeting.circle_id as circleId',
			'meeting.starts_at as startsAt',
			'meeting.minutes',
			'schedule.zone',
		])
		.where('meeting.circle_id', '=', sql<CircleId>`any(${[...circles]}::uuid[])`)
		.where('meeting.called_off_at', 'is', null)
		.where('meeting.starts_at', '>', from)
		.where('meeting.starts_at', '<', until)
		.orderBy('meeting.starts_at')
		.execute();
