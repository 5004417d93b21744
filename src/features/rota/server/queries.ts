import { sql } from 'kysely';
import { betweenSql, blockedWith, notBetween } from '#features/blocks/server/index.ts';
import type { Duty, Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import { missingFrom, neededFor, type RotaId, type Shift } from '../rota.ts';
import { decideCover, decideSignUp, type Holder } from '../sign-up.ts';
import { openShiftOf, shiftColumns } from './standing.ts';
import { visibleTo } from './visible-to.ts';
import { keysOf, openWords } from './words.ts';

/** The rotas this viewer may see, by name. */
export const rotasFor = (db: Reader, viewer: Viewer | null) =>
	db
		.selectFrom('rota')
		.select(['rota.id', 'rota.slug', 'rota.name', 'rota.kind'])
		.where((where) => visibleTo(where, viewer))
		.orderBy('rota.name')
		.execute();

/** Everything the rota’s own page tells. */
export const rotaBySlug = (db: Reader, slug: string) =>
	db
		.selectFrom('rota')
		.select([
			'id',
			'slug',
			'name',
			'kind',
			'zone',
			'held_by as heldBy',
			'least',
			'one_per as onePer',
			'spare',
			'night_from as nightFrom',
			'night_until as nightUntil',
		])
		.where('slug', '=', slug)
		.where('closed_at', 'is', null)
		.executeTakeFirst();

/** The rules its shifts follow, and whether this person holds them regularly. */
export const patternsOf = (db: Reader, rotaId: RotaId, personId: PersonId) =>
	db
		.selectFrom('shift_pattern')
		.leftJoin('regular_holder as mine', (join) =>
			join.onRef('mine.pattern_id', '=', 'shift_pattern.id').on('mine.person_id', '=', personId),
		)
		.select([
			'shift_pattern.id',
			'shift_pattern.rule',
			'shift_pattern.at',
			'shift_pattern.until',
			'shift_pattern.expected',
			'mine.since as heldSince',
		])
		.where('shift_pattern.rota_id', '=', rotaId)
		.orderBy('shift_pattern.made_at')
		.execute();

/** Whom a coordinator could put on: everyone with one of these duties, by nickname. */
export const peopleAskedToHold = (db: Reader, heldBy: readonly Duty[], me: PersonId) =>
	db
		.selectFrom('duty')
		.innerJoin('person', 'person.id', 'duty.person_id')
		.select(['person.id', 'person.nickname'])
		.distinct()
		.where('duty.duty', 'in', heldBy)
		.where((where) => notBetween(where, me, 'person.id'))
		.orderBy('person.nickname')
		.execute();

/** Somebody on a shift, as others on the rota see them. */
export interface OnShift {
	personId: PersonId;
	nickname: string;
	/** Asks somebody to take it. */
	asksForCover: boolean;
	/** Why, if they said. */
	word: string | undefined;
}

/** A shift to come, as one reader sees it. */
export interface ShiftSeen extends Shift {
	rotaId: RotaId;
	slug: string;
	name: string;
	zone: string;
	calledOff: boolean;
	needed: number;
	missing: number;
	people: OnShift[];
	mine: boolean;
	/** Why the reader cannot sign up; undefined when they can. */
	cannot: string | undefined;
	/** The same about taking over from those who ask. */
	cannotCover: string | undefined;
}

export interface Window {
	from: Date;
	until: Date;
}

/**
 * What these rotas hold in a stretch of time, soonest first, with what is missing and whether the reader could help. How many
 * are on a shift is true for everybody; who they are is not told of those whom a block stands between.
 */
export async function shiftsSeen(
	db: Reader,
	vault: Vault,
	rotaIds: readonly RotaId[],
	me: Holder,
	{ from, until }: Window,
): Promise<ShiftSeen[]> {
	if (rotaIds.length === 0) return [];
	const rows = await db
		.selectFrom('shift')
		.innerJoin('rota', 'rota.id', 'shift.rota_id')
		.select(shiftColumns)
		.select(['rota.slug', 'rota.name'])
		.where('shift.rota_id', 'in', rotaIds)
		.where('shift.ends_at', '>', from)
		.where('shift.starts_at', '<', until)
		.orderBy('shift.starts_at')
		.orderBy('rota.name')
		.execute();
	const people = await peopleOn(
		db,
		vault,
		rows.map(({ shiftId }) => shiftId),
	);
	const apart = await blockedWith(db, me.personId);
	return rows.map((row) => {
		const on = people.get(row.shiftId) ?? [];
		const shown = on.filter(({ personId }) => !apart.has(personId));
		const shift = openShiftOf(
			row,
			on.map(({ personId }) => personId),
		);
		const needed = neededFor(row, row.expected);
		const asking = shown.find(({ asksForCover }) => asksForCover);
		const covering = asking && decideCover(shift, { from: asking.personId, asked: true }, me, from);
		const signingUp = decideSignUp(shift, me, from);
		return {
			shiftId: row.shiftId,
			rotaId: row.rotaId,
			slug: row.slug,
			name: row.name,
			zone: row.zone,
			startsAt: row.startsAt,
			endsAt: row.endsAt,
			calledOff: shift.calledOff,
			needed,
			missing: shift.calledOff ? 0 : missingFrom({ needed, signedUp: on.length }),
			people: shown,
			mine: shift.people.includes(me.personId),
			cannot: 'refused' in signingUp ? signingUp.refused : undefined,
			cannotCover: covering && 'refused' in covering ? covering.refused : undefined,
		};
	});
}

async function peopleOn(db: Reader, vault: Vault, shiftIds: readonly Shift['shiftId'][]) {
	if (shiftIds.length === 0) return new Map<Shift['shiftId'], OnShift[]>();
	const rows = await db
		.selectFrom('sign_up')
		.innerJoin('person', 'person.id', 'sign_up.person_id')
		.select([
			'sign_up.shift_id as shiftId',
			'person.id as personId',
			'person.nickname',
			'sign_up.cover_asked_at as coverAskedAt',
			'sign_up.cover_word as coverWord',
		])
		.where('sign_up.shift_id', 'in', shiftIds)
		.where('sign_up.ended_at', 'is', null)
		.orderBy('sign_up.signed_up_at')
		.orderBy('person.nickname')
		.execute();
	const wordy = rows.filter(({ coverWord }) => coverWord).map(({ personId }) => personId);
	const keys = await keysOf(db, vault, [...new Set(wordy)]);
	const all = rows.map(({ shiftId, personId, nickname, coverAskedAt, coverWord }) => ({
		shiftId,
		personId,
		nickname,
		asksForCover: coverAskedAt !== null,
		word: openWords(keys.get(personId), coverWord, 'cover', shiftId, personId),
	}));
	return Map.groupBy(all, ({ shiftId }) => shiftId);
}

/** What somebody holds and is not over, soonest first, with why they were put on it where they were. */
export async function shiftsOf(db: Reader, vault: Vault, personId: PersonId, now: Date) {
	const rows = await db
		.selectFrom('sign_up')
		.innerJoin('shift', 'shift.id', 'sign_up.shift_id')
		.innerJoin('rota', 'rota.id', 'shift.rota_id')
		.leftJoin('person as coordinator', (join) =>
			join
				.onRef('coordinator.id', '=', 'sign_up.put_on_by')
				.on((on) => notBetween(on, personId, 'coordinator.id')),
		)
		.leftJoin('regular_holder as regular', (join) =>
			join
				.onRef('regular.pattern_id', '=', 'shift.pattern_id')
				.onRef('regular.person_id', '=', 'sign_up.person_id'),
		)
		.select([
			'shift.id as shiftId',
			'shift.starts_at as startsAt',
			'shift.ends_at as endsAt',
			'rota.slug',
			'rota.name',
			'rota.zone',
			'sign_up.cover_asked_at as coverAskedAt',
			'sign_up.put_on_by as putOnBy',
			'sign_up.put_on_because as because',
			'coordinator.nickname as coordinator',
			'regular.since as regularSince',
		])
		.where('sign_up.person_id', '=', personId)
		.where('sign_up.ended_at', 'is', null)
		.where('sign_up.ends_at', '>', now)
		.orderBy('sign_up.starts_at')
		.execute();
	const people = await peopleOn(
		db,
		vault,
		rows.map(({ shiftId }) => shiftId),
	);
	const authors = rows.flatMap(({ putOnBy }) => (putOnBy ? [putOnBy] : []));
	const keys = await keysOf(db, vault, [...new Set(authors)]);
	const apart = await blockedWith(db, personId);
	return rows.map(({ putOnBy, because, coverAskedAt, regularSince, ...row }) => ({
		...row,
		asksForCover: coverAskedAt !== null,
		regular: regularSince !== null,
		begun: row.startsAt <= now,
		with: (people.get(row.shiftId) ?? [])
			.filter((other) => other.personId !== personId && !apart.has(other.personId))
			.map(({ nickname }) => nickname),
		because:
			putOnBy && !apart.has(putOnBy)
				? openWords(keys.get(putOnBy), because, 'put-on', row.shiftId, personId)
				: undefined,
	}));
}

export type ShiftOfMine = Awaited<ReturnType<typeof shiftsOf>>[number];

/** The swaps that wait for an answer: of this person, or of somebody they asked. */
export const swapsOf = (db: Reader, personId: PersonId, now: Date) =>
	db
		.selectFrom('swap')
		.innerJoin('shift as offered', 'offered.id', 'swap.offered_shift')
		.innerJoin('rota as offeredRota', 'offeredRota.id', 'offered.rota_id')
		.innerJoin('shift as wanted', 'wanted.id', 'swap.wanted_shift')
		.innerJoin('rota as wantedRota', 'wantedRota.id', 'wanted.rota_id')
		.innerJoin('person as offerer', 'offerer.id', 'swap.offered_by')
		.innerJoin('person as asked', 'asked.id', 'swap.asked_of')
		.select([
			'swap.id',
			'swap.offered_by as offeredBy',
			'offerer.nickname as offererName',
			'asked.nickname as askedName',
			'offeredRota.name as offeredRota',
			'offeredRota.zone as offeredZone',
			'offered.starts_at as offeredStart',
			'offered.ends_at as offeredEnd',
			'wantedRota.name as wantedRota',
			'wantedRota.zone as wantedZone',
			'wanted.starts_at as wantedStart',
			'wanted.ends_at as wantedEnd',
		])
		.where((either) =>
			either.or([either('swap.offered_by', '=', personId), either('swap.asked_of', '=', personId)]),
		)
		.where((where) => where.not(betweenSql(sql.ref('swap.offered_by'), sql.ref('swap.asked_of'))))
		.where('offered.starts_at', '>', now)
		.where('wanted.starts_at', '>', now)
		.orderBy('swap.asked_at')
		.execute();

export type SwapSeen = Awaited<ReturnType<typeof swapsOf>>[number];
