import { sql } from 'kysely';
import { isBetween } from '#features/blocks/server/index.ts';
import type { AgeBand, Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import {
	openHours,
	usualHours,
	type Availability,
	type Exception,
	type WeeklyWindow,
	type Window,
} from '../availability.ts';
import { may } from '../policy.ts';
import type { Caps, Supporter, SupporterId, SupporterPage } from '../supporter.ts';
import { pagesOf } from './page.ts';
import { visibleTo } from './visible-to.ts';

/** Everything about one supporter that rules and suggestions need. */
export interface SupporterRow extends Supporter {
	nickname: string;
	caps: Caps;
	availability: Availability;
	/** When they are told of nothing. */
	offHours: Window | null;
}

const PAGE = 25;

/**
 * Whom this viewer may ask, 25 a page. Those who can be asked now come first; within that the order is another one each
 * day and the same for everybody, so that nobody is always first and nobody is ranked.
 */
export async function supportersFor(
	db: Reader,
	vault: Vault,
	viewer: Pick<Viewer, 'id' | 'ageBand'>,
	{ now, page = 1 }: { now: Date; page?: number },
) {
	const rows = await described(db)
		.where((where) => visibleTo(where, viewer))
		.orderBy('supporter.resting')
		.orderBy(sql`md5(supporter.id::text || ${now.toISOString().slice(0, 10)}::text)`)
		.limit(PAGE + 1)
		.offset((page - 1) * PAGE)
		.execute();
	const supporters = await whole(db, rows.slice(0, PAGE));
	const pages = await pagesOf(
		db,
		vault,
		supporters.map(({ personId }) => personId),
	);
	return {
		supporters: supporters.map((row) => ({ ...row, shows: shown(pages.get(row.personId)!) })),
		more: rows.length > PAGE,
	};
}

/**
 * Some of those who are there for others in an age band, without their names and pages: enough to know that there is
 * somebody at all, for those who have no account yet.
 */
export async function supportersIn(
	db: Reader,
	band: AgeBand,
): Promise<Omit<SupporterRow & Hours, 'nickname'>[]> {
	const rows = await described(db)
		.where('supporter.open', '=', true)
		.where('supporter.resting', '=', false)
		.where('person.age_band', '=', band)
		.where((where) =>
			where.exists(
				where
					.selectFrom('duty')
					.select('duty.duty')
					.whereRef('duty.person_id', '=', 'person.id')
					.where('duty.duty', '=', 'supporter'),
			),
		)
		.limit(PAGE)
		.execute();
	return (await whole(db, rows)).map(({ nickname: _, ...supporter }) => supporter);
}

/** One supporter’s page, as this viewer may see it. */
export async function supporterFor(db: Reader, vault: Vault, viewer: Viewer | null, id: SupporterId) {
	const row = await described(db).where('supporter.id', '=', id).executeTakeFirst();
	const [supporter] = row ? await whole(db, [row]) : [];
	const apart = viewer && supporter ? await isBetween(db, viewer.id, supporter.personId) : false;
	if (!supporter || may.see({ viewer, supporter, apart }).refused) return undefined;
	const page = (await pagesOf(db, vault, [supporter.personId])).get(supporter.personId)!;
	return { ...supporter, shows: shown(page) };
}

/** One’s own page and hours, with the ids by which hours are taken away; undefined before there is one. */
export async function mySupporting(db: Reader, vault: Vault, me: PersonId) {
	const row = await described(db).where('supporter.person_id', '=', me).executeTakeFirst();
	const [supporter] = row ? await whole(db, [row]) : [];
	if (!supporter) return undefined;
	return { ...supporter, page: (await pagesOf(db, vault, [me])).get(me)! };
}

/** Everybody whose page is up and who is asked to support, with their pages: for fitting people together. */
export async function supportingNow(db: Reader, vault: Vault) {
	const rows = await described(db)
		.where('supporter.open', '=', true)
		.where('person.id', 'in', (asked) =>
			asked.selectFrom('duty').select('person_id').where('duty', '=', 'supporter'),
		)
		.orderBy('supporter.id')
		.execute();
	const supporters = await whole(db, rows);
	const pages = await pagesOf(
		db,
		vault,
		supporters.map(({ personId }) => personId),
	);
	return supporters.map((supporter) => ({ ...supporter, page: pages.get(supporter.personId)! }));
}
/** When somebody whom members of this age band find next has hours, in this language; null for nobody within a week. */
export async function nextHours(
	db: Reader,
	vault: Vault,
	{ ageBand, language }: { ageBand: AgeBand; language: string },
	now: Date,
): Promise<Date | null> {
	const rows = await described(db)
		.where('person.age_band', '=', ageBand)
		.where('supporter.open', '=', true)
		.where('supporter.resting', '=', false)
		.execute();
	const there = await whole(
		db,
		rows.filter(({ asked }) => asked),
	);
	const pages = await pagesOf(
		db,
		vault,
		there.map(({ personId }) => personId),
	);
	const within = { startsAt: now, endsAt: after(now, days(7)) };
	const starts = there
		.filter(({ personId }) => {
			const { languages, enoughLanguages } = pages.get(personId)!;
			return languages.includes(language) || enoughLanguages.includes(language);
		})
		// Whoever has hours now and has not come may not come at all.
		.flatMap(
			({ availability }) => openHours(availability, within).find(({ startsAt }) => startsAt > now) ?? [],
		)
		.map(({ startsAt }) => startsAt)
		.toSorted((a, b) => a.getTime() - b.getTime());
	return starts[0] ?? null;
}

/** What a page shows to whoever finds it: never what its owner would rather not talk about. */
export type Shown = Omit<SupporterPage, 'notTaken' | 'livedShown' | 'furtherAlong'>;

function shown({ notTaken: _, furtherAlong: __, livedShown, lived, ...page }: SupporterPage): Shown {
	return { ...page, lived: livedShown === 'everyone' ? lived : [] };
}

const described = (db: Reader) =>
	db
		.selectFrom('supporter')
		.innerJoin('person', 'person.id', 'supporter.person_id')
		.selectAll('supporter')
		.select(['person.nickname', 'person.age_band'])
		.select([clock('off_from').as('offFrom'), clock('off_until').as('offUntil')])
		.select(
			sql<boolean>`exists (select from duty where duty.person_id = person.id and duty.duty = 'supporter')`.as(
				'asked',
			),
		);

type Row = Awaited<ReturnType<ReturnType<typeof described>['execute']>>[number];

/** Adds their hours: two questions for all of them together. */
async function whole(db: Reader, rows: readonly Row[]): Promise<(SupporterRow & Hours)[]> {
	const ids = rows.map(({ id }) => id);
	if (ids.length === 0) return [];
	const weekly = await db
		.selectFrom('supporter_hours')
		.select(['id', 'supporter_id', 'weekday'])
		.select([clock('from_time').as('from'), clock('until_time').as('until')])
		.where('supporter_id', 'in', ids)
		.orderBy('weekday')
		.orderBy('from_time')
		.execute();
	const exceptions = await db
		.selectFrom('supporter_exception')
		.select(['id', 'supporter_id', 'first_on as firstOn', 'last_on as lastOn'])
		.select([clock('from_time').as('from'), clock('until_time').as('until')])
		.where('supporter_id', 'in', ids)
		.orderBy('id')
		.execute();
	return rows.map((row) => {
		const mine = <Each extends { supporter_id: SupporterId }>(all: readonly Each[]) =>
			all.filter(({ supporter_id }) => supporter_id === row.id);
		return supporterOf(row, mine(weekly), mine(exceptions).map(exceptionOf));
	});
}

/** Hours with the ids by which they are taken away. */
interface Hours {
	availability: {
		weekly: readonly (WeeklyWindow & { id: string })[];
		exceptions: readonly (Exception & { id: string })[];
	};
}

const exceptionOf = ({
	id,
	firstOn,
	lastOn,
	from,
	until,
}: Pick<Exception, 'firstOn' | 'lastOn'> & { id: string; from: string | null; until: string | null }) => ({
	id,
	firstOn,
	lastOn,
	windows: from && until ? [{ from, until }] : [],
});

const supporterOf = (
	row: Row,
	weekly: readonly (WeeklyWindow & { id: string })[],
	exceptions: readonly (Exception & { id: string })[],
) => ({
	id: row.id,
	personId: row.person_id,
	ageBand: row.age_band,
	nickname: row.nickname,
	asked: row.asked,
	open: row.open,
	resting: row.resting,
	coolingUntil: row.cooling_until,
	caps: {
		pairings: row.pairings,
		newAWeek: row.new_a_week,
		hoursAWeek: row.hours_a_week,
		nightsAWeek: row.nights_a_week,
	},
	offHours: row.offFrom && row.offUntil ? { from: row.offFrom, until: row.offUntil } : null,
	availability: {
		...usualHours,
		zone: row.zone,
		weekly,
		exceptions,
		noticeHours: row.notice_hours,
		aheadDays: row.ahead_days,
		bufferMinutes: row.buffer_minutes,
	},
});

const clock = (column: 'from_time' | 'until_time' | 'off_from' | 'off_until') =>
	sql<string>`to_char(${sql.ref(column)}, 'HH24:MI')`;
