import { sql } from 'kysely';
import type { AgeBand, Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { visibleTo } from './visible-to.ts';
import { clockOf, type CaseId, type Tier } from '../case.ts';

const PAGE = 25;

/** The open cases this steward may look at: the nearest danger first, and of equal danger whichever has waited longest. */
export async function deskFor(db: Reader, viewer: Viewer, now: Date, page = 1) {
	const rows = await cases(db, viewer)
		.where('desk_case.state', '=', 'open')
		.orderBy('desk_case.tier', 'desc')
		.orderBy('desk_case.tier_since')
		.orderBy('desk_case.id')
		.limit(PAGE + 1)
		.offset((page - 1) * PAGE)
		.execute();
	return {
		cases: rows.slice(0, PAGE).map((row) => ({ ...row, clock: clockOf(row, now) })),
		page,
		more: rows.length > PAGE,
	};
}

export type CaseCard = Awaited<ReturnType<typeof deskFor>>['cases'][number];

const cases = (db: Reader, viewer: Pick<Viewer, 'id' | 'ageBand'>) =>
	db
		.selectFrom('desk_case')
		.leftJoin('person as taker', 'taker.id', 'desk_case.taken_by')
		.leftJoin('person as second', 'second.id', 'desk_case.second_id')
		.select(['desk_case.id', 'desk_case.kind', 'desk_case.tier', 'desk_case.because', 'desk_case.about'])
		.select(['desk_case.opened_at as openedAt', 'desk_case.tier_since as tierSince'])
		.select(['desk_case.taken_by as takenBy', 'taker.nickname as taker'])
		.select(['desk_case.second_id as secondId', 'second.nickname as second'])
		.select('desk_case.second_asked_at as secondAskedAt')
		.select(
			sql<number>`(select count(*) from case_apart
				where case_apart.case_id = desk_case.id and because = 'raised')::int`.as('told'),
		)
		.where((where) => visibleTo(where, viewer));

/** One case as a steward sees it, with its clock; undefined where they may not look. */
export async function caseFor(db: Reader, viewer: Viewer, caseId: CaseId, now: Date) {
	const row = await cases(db, viewer)
		.select(['desk_case.state', 'desk_case.settled_at as settledAt', 'desk_case.subject_id as subjectId'])
		.select('desk_case.withheld_at as withheldAt')
		.where('desk_case.id', '=', caseId)
		.executeTakeFirst();
	return row && { ...row, clock: clockOf(row, now) };
}

/** Who was asked to come to a case, step by step; of whoever has gone, only that somebody was. */
export const hopsOf = (db: Reader, caseId: CaseId) =>
	db
		.selectFrom('case_hop')
		.leftJoin('person', 'person.id', 'case_hop.person_id')
		.select(['case_hop.id', 'case_hop.step', 'case_hop.paged_at as at', 'person.nickname'])
		.select('case_hop.nobody')
		.where('case_hop.case_id', '=', caseId)
		.orderBy('case_hop.paged_at', 'desc')
		.orderBy('case_hop.id', 'desc')
		.limit(40)
		.execute();

/** What was decided before about things of the same person: what was kept says nothing about anybody, and is left out. */
export async function decidedBefore(
	db: Reader,
	{ id, subjectId }: { id: CaseId; subjectId: PersonId | null },
) {
	if (!subjectId) return [];
	return db
		.selectFrom('desk_case')
		.select(['id', 'because', 'settled_at as settledAt'])
		.where('subject_id', '=', subjectId)
		.where('state', '=', 'measured')
		.where('id', '!=', id)
		.orderBy('settled_at', 'desc')
		.limit(10)
		.execute();
}

/**
 * How much there is on the desk of one age band, by how near danger is. What concerns whoever looks is not counted either:
 * a number that does not fit would tell them.
 */
export async function countsOn(db: Reader, viewer: Pick<Viewer, 'id'>, ageBand: AgeBand) {
	const rows = await db
		.selectFrom('desk_case')
		.select(['tier', sql<number>`count(*)::int`.as('open')])
		.select(sql<number>`(count(*) filter (where taken_by is null))::int`.as('waiting'))
		.select(sql<Date | null>`min(tier_since) filter (where taken_by is null)`.as('oldest'))
		.where('state', '=', 'open')
		.where((where) => visibleTo(where, { id: viewer.id, ageBand }))
		.groupBy('tier')
		.execute();
	return ([3, 2, 1] as const satisfies readonly Tier[]).map(
		(tier) => rows.find((row) => row.tier === tier) ?? { tier, open: 0, waiting: 0, oldest: null },
	);
}

/** How many cases wait that this steward could take. */
export async function waitingFor(db: Reader, viewer: Pick<Viewer, 'id' | 'ageBand'>): Promise<number> {
	const { waiting } = await db
		.selectFrom('desk_case')
		.select(sql<number>`count(*)::int`.as('waiting'))
		.where('state', '=', 'open')
		.where('taken_by', 'is', null)
		.where((where) => visibleTo(where, viewer))
		.executeTakeFirstOrThrow();
	return waiting;
}

export type DeskCount = Awaited<ReturnType<typeof countsOn>>[number];

/** The other stewards of an age band, by nickname: whom a case can be handed to. */
export const otherStewards = (db: Reader, viewer: Viewer) =>
	db
		.selectFrom('duty')
		.innerJoin('person', 'person.id', 'duty.person_id')
		.select(['person.id', 'person.nickname'])
		.where('duty.duty', '=', 'steward')
		.where('person.age_band', '=', viewer.ageBand)
		.where('person.id', '!=', viewer.id)
		.orderBy('person.nickname')
		.execute();

/** What somebody has worked on lately, the latest first. */
export const turnsOf = (db: Reader, personId: PersonId) =>
	db
		.selectFrom('case_turn')
		.select(['id', 'role', 'tier', 'at'])
		.where('person_id', '=', personId)
		.orderBy('at', 'desc')
		.limit(20)
		.execute();
