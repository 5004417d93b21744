import { sql } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import { toldToBy } from '#features/people/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import { after, minutes } from '#platform/time.ts';
import type { CircleId } from '../circle.ts';
import { DOOR_OPENS_BEFORE } from '../meeting.ts';
import { visibleTo } from './visible-to.ts';

const PAGE = 25;

export interface Finding {
	topic?: string | undefined;
	language?: string | undefined;
	words?: string | undefined;
	page?: number | undefined;
}

/** What is public about the circles this viewer may find: the newest first. */
export async function circlesFor(db: Reader, viewer: Viewer | null, finding: Finding, now: Date) {
	const page = finding.page ?? 1;
	const rows = await cards(db, now)
		.where((where) => visibleTo(where, viewer))
		.where('circle.state', '!=', 'closed')
		.$if(finding.topic !== undefined, (query) =>
			query.where(sql<boolean>`circle.topics @> array[${finding.topic ?? ''}]::text[]`),
		)
		.$if(finding.language !== undefined, (query) =>
			query.where('circle.language', '=', finding.language ?? ''),
		)
		.$if(finding.words !== undefined, (query) =>
			query.where(
				sql<boolean>`(circle.name ilike ${like(finding.words)} or circle.about ilike ${like(finding.words)})`,
			),
		)
		.orderBy('circle.opened_at', 'desc')
		.limit(PAGE + 1)
		.offset((page - 1) * PAGE)
		.execute();
	return { circles: rows.slice(0, PAGE), page, more: rows.length > PAGE };
}

const like = (words = '') => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

const cards = (db: Reader, now: Date) =>
	db.selectFrom('circle').select([
		'circle.id',
		'circle.slug',
		'circle.name',
		'circle.about',
		'circle.topics',
		'circle.language',
		'circle.structure',
		'circle.venue',
		'circle.capacity',
		'circle.joining',
		'circle.state',
		'circle.observers_welcome as observersWelcome',
		sql<number>`(select count(*) from seat where seat.circle_id = circle.id)::int`.as('taken'),
		sql<number>`(select count(*) from wait where wait.circle_id = circle.id and wait.state <> 'asked')::int`.as(
			'waiting',
		),
		sql<Date | null>`(select min(starts_at) from meeting where meeting.circle_id = circle.id
				and called_off_at is null and starts_at > ${now})`.as('nextMeeting'),
	]);

export type CircleCard = Awaited<ReturnType<typeof circlesFor>>['circles'][number];

/** The circles a person sits in, observes or waits for, and how. */
export const circlesOf = (db: Reader, personId: PersonId, now: Date) =>
	cards(db, now)
		.leftJoin('seat as mine', (join) =>
			join.onRef('mine.circle_id', '=', 'circle.id').on('mine.person_id', '=', personId),
		)
		.leftJoin('observer as watching', (join) =>
			join.onRef('watching.circle_id', '=', 'circle.id').on('watching.person_id', '=', personId),
		)
		.leftJoin('wait as queued', (join) =>
			join.onRef('queued.circle_id', '=', 'circle.id').on('queued.person_id', '=', personId),
		)
		.select(['mine.role', 'watching.since as observingSince', 'queued.state as waitState'])
		.where('circle.id', 'in', (where) =>
			where
				.selectFrom('seat')
				.select('circle_id')
				.where('person_id', '=', personId)
				.union(where.selectFrom('observer').select('circle_id').where('person_id', '=', personId))
				.union(where.selectFrom('wait').select('circle_id').where('person_id', '=', personId)),
		)
		.orderBy('circle.name')
		.execute();

/**
 * Which circle an address means; what may be done there is asked of its rules. An address never means another one, so a
 * process remembers those it was asked for.
 */
export async function circleIdOf(db: Reader, slug: string) {
	const known = addresses.get(slug);
	if (known) return known;
	const row = await db.selectFrom('circle').select('id').where('slug', '=', slug).executeTakeFirst();
	if (row && addresses.size >= 10_000) addresses.clear();
	if (row) addresses.set(slug, row.id);
	return row?.id;
}

const addresses = new Map<string, CircleId>();

/** Everything the circle’s own page tells; rules decide which of it is shown. */
export const circleBySlug = (db: Reader, slug: string) =>
	db
		.selectFrom('circle')
		.innerJoin('conversation', 'conversation.id', 'circle.id')
		.select([
			'circle.id',
			'slug',
			'name',
			'about',
			'topics',
			'language',
			'structure',
			'venue',
			'address',
			'capacity',
			'joining',
			'observers_welcome as observersWelcome',
			'age_band as ageBand',
			'state',
			'agreements',
			'agreements_version as agreementsVersion',
			'conversation.last_change as lastChange',
		])
		.where('slug', '=', slug)
		.executeTakeFirst();

/**
 * Who sits here, in the order they came, by their aliases. For those who may read the conversation; a block takes the two
 * out of each other’s list. With nobody looking it is all of them.
 */
export const sittersIn = (db: Reader, circleId: CircleId, seenBy: PersonId | null) =>
	db
		.selectFrom('seat')
		.innerJoin('alias', (join) =>
			join
				.onRef('alias.conversation_id', '=', 'seat.circle_id')
				.onRef('alias.person_id', '=', 'seat.person_id'),
		)
		.select(['alias.id', 'alias.name', 'seat.role', 'seat.quiet_until as quietUntil'])
		.where('seat.circle_id', '=', circleId)
		.where((where) => notBetween(where, seenBy, 'seat.person_id'))
		.orderBy('seat.taken_at')
		.orderBy('alias.id')
		.execute();

/**
 * What those who sit here tell their circles about themselves, by alias. Only of those who go by their nickname here:
 * the same words beside two aliases would say that they are one person’s.
 */
export async function toldIn(
	db: Reader,
	vault: Vault,
	circleId: CircleId,
	{ viewer, sharesCircle }: { viewer: Viewer; sharesCircle: boolean },
) {
	const open = await db
		.selectFrom('seat')
		.innerJoin('alias', (join) =>
			join
				.onRef('alias.conversation_id', '=', 'seat.circle_id')
				.onRef('alias.person_id', '=', 'seat.person_id'),
		)
		.innerJoin('person', 'person.id', 'seat.person_id')
		.select(['alias.id', 'seat.person_id'])
		.where('seat.circle_id', '=', circleId)
		.where((where) => notBetween(where, viewer.id, 'seat.person_id'))
		.whereRef('alias.name', '=', 'person.nickname')
		.execute();
	const people = open.map(({ person_id }) => person_id);
	const told = await toldToBy(db, vault, people, { viewer, sharesCircle });
	return Object.fromEntries(open.map(({ id, person_id }) => [id, told.get(person_id) ?? {}]));
}

/** How many seats are taken and how many people sit in or wait, for everyone who may find the circle. */
export const countsIn = (db: Reader, circleId: CircleId) =>
	db
		.selectFrom('circle')
		.select([
			sql<number>`(select count(*) from seat where seat.circle_id = circle.id)::int`.as('seats'),
			sql<number>`(select count(*) from seat where seat.circle_id = circle.id and role = 'host')::int`.as(
				'hosts',
			),
			sql<number>`(select count(*) from observer where observer.circle_id = circle.id)::int`.as('observers'),
			sql<number>`(select count(*) from wait where wait.circle_id = circle.id and state <> 'asked')::int`.as(
				'waiting',
			),
		])
		.where('circle.id', '=', circleId)
		.executeTakeFirstOrThrow();

/** Who has asked for a seat and waits for an answer of this host’s; a block leaves it to another host. */
export const requestsIn = (db: Reader, circleId: CircleId, host: PersonId) =>
	db
		.selectFrom('wait')
		.innerJoin('alias', (join) =>
			join
				.onRef('alias.conversation_id', '=', 'wait.circle_id')
				.onRef('alias.person_id', '=', 'wait.person_id'),
		)
		.select(['alias.id', 'alias.name', 'wait.since'])
		.where('wait.circle_id', '=', circleId)
		.where('wait.state', '=', 'asked')
		.where((where) => notBetween(where, host, 'wait.person_id'))
		.orderBy('wait.since')
		.execute();

/** The meetings still to come, called-off ones included, soonest first. */
export const meetingsAhead = (db: Reader, circleId: CircleId, now: Date) =>
	db
		.selectFrom('meeting')
		.leftJoin('schedule', 'schedule.id', 'meeting.schedule_id')
		.select([
			'meeting.id',
			'meeting.starts_at as startsAt',
			'meeting.minutes',
			'meeting.called_off_at as calledOffAt',
			'schedule.zone',
		])
		.where('meeting.circle_id', '=', circleId)
		.where('meeting.starts_at', '>', now)
		.orderBy('meeting.starts_at')
		.limit(6)
		.execute();

/** The meeting whose door is open: from half an hour before it begins until it was meant to end. */
export const meetingNear = (db: Reader, circleId: CircleId, now: Date) =>
	db
		.selectFrom('meeting')
		.select(['id', 'starts_at as startsAt', 'minutes'])
		.where('circle_id', '=', circleId)
		.where('called_off_at', 'is', null)
		.where('starts_at', '<=', after(now, minutes(DOOR_OPENS_BEFORE)))
		.where(sql<boolean>`starts_at + minutes * interval '1 minute' > ${now}`)
		.orderBy('starts_at', 'desc')
		.limit(1)
		.executeTakeFirst();

export type MeetingAhead = Awaited<ReturnType<typeof meetingsAhead>>[number];

/** The meetings still to come of the circles a person sits in or observes, called-off ones included, soonest first. */
export const meetingsOf = (db: Reader, personId: PersonId, now: Date) =>
	db
		.selectFrom('meeting')
		.innerJoin('circle', 'circle.id', 'meeting.circle_id')
		.leftJoin('schedule', 'schedule.id', 'meeting.schedule_id')
		.select([
			'meeting.id',
			'meeting.starts_at as startsAt',
			'meeting.minutes',
			'meeting.called_off_at as calledOffAt',
			'schedule.zone',
			'circle.slug',
			'circle.name',
		])
		.where('circle.id', 'in', (where) =>
			where
				.selectFrom('seat')
				.select('circle_id')
				.where('person_id', '=', personId)
				.union(where.selectFrom('observer').select('circle_id').where('person_id', '=', personId)),
		)
		.where('circle.state', '!=', 'closed')
		.where('meeting.starts_at', '>', now)
		.orderBy('meeting.starts_at')
		.limit(50)
		.execute();

/** The rules its meetings follow. */
export const schedulesOf = (db: Reader, circleId: CircleId) =>
	db
		.selectFrom('schedule')
		.select(['id', 'rule', 'at', 'zone'])
		.where('circle_id', '=', circleId)
		.orderBy('made_at')
		.execute();

/** What is on in the next days, for the front page: meetings of circles this viewer may find. */
export const meetingsSoon = (
	db: Reader,
	viewer: Viewer | null,
	{ from, until }: { from: Date; until: Date },
) =>
	db
		.selectFrom('meeting')
		.innerJoin('circle', 'circle.id', 'meeting.circle_id')
		.select([
			'circle.slug',
			'circle.name',
			'circle.venue',
			'meeting.starts_at as startsAt',
			'meeting.minutes',
		])
		.where((where) => visibleTo(where, viewer))
		.where('circle.state', '=', 'gathering')
		.where('meeting.called_off_at', 'is', null)
		.where('meeting.starts_at', '>', from)
		.where('meeting.starts_at', '<', until)
		.orderBy('meeting.starts_at')
		.limit(8)
		.execute();

export type MeetingSoon = Awaited<ReturnType<typeof meetingsSoon>>[number];

/** The topics in use, for the filter. */
export const topicsInUse = (db: Reader, viewer: Viewer | null) =>
	db
		.selectFrom('circle')
		.select(sql<string>`unnest(circle.topics)`.as('topic'))
		.distinct()
		.where((where) => visibleTo(where, viewer))
		.where('circle.state', '!=', 'closed')
		.orderBy('topic')
		.limit(60)
		.execute();
