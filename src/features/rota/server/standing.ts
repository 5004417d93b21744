import { viewerById } from '#features/people/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { limitsFor, noOwnLimits, usualLimits, type Limits, type OwnLimits } from '../limits.ts';
import type { Standing } from '../policy.ts';
import { placesIn, type RotaId, type ShiftId } from '../rota.ts';
import { isNight } from '../shift.ts';
import type { Holder, OpenShift } from '../sign-up.ts';

/** What the rules of a rota need to know about whoever is looking. */
export async function standingIn(db: Reader, rotaId: RotaId, viewer: Viewer | null): Promise<Standing> {
	const rota = await db
		.selectFrom('rota')
		.select('held_by as heldBy')
		.where('id', '=', rotaId)
		.where('closed_at', 'is', null)
		.executeTakeFirst();
	return { viewer, rota };
}

/** The standing of whoever acts. */
export const actorIn = async (tx: Tx, rotaId: RotaId): Promise<Standing> =>
	standingIn(tx.db, rotaId, (await viewerById(tx.db, tx.actor)) ?? null);

/** The columns of a shift that decisions need, with those of its rota. */
export const shiftColumns = [
	'shift.id as shiftId',
	'shift.starts_at as startsAt',
	'shift.ends_at as endsAt',
	'shift.expected',
	'shift.called_off_at as calledOffAt',
	'shift.pattern_id as patternId',
	'rota.id as rotaId',
	'rota.zone',
	'rota.held_by as heldBy',
	'rota.least',
	'rota.one_per as onePer',
	'rota.spare',
	'rota.night_from as nightFrom',
	'rota.night_until as nightUntil',
] as const;

/** A shift as a decision sees it, with where it belongs. */
export type KnownShift = OpenShift & { rotaId: RotaId };

/** These shifts as they are right now, soonest first; those that do not exist are missing. */
export async function shiftsById(db: Reader, shiftIds: readonly ShiftId[]): Promise<KnownShift[]> {
	if (shiftIds.length === 0) return [];
	const rows = await db
		.selectFrom('shift')
		.innerJoin('rota', 'rota.id', 'shift.rota_id')
		.select(shiftColumns)
		.where('shift.id', 'in', shiftIds)
		.orderBy('shift.starts_at')
		.execute();
	const people = await peopleOn(db, shiftIds);
	return rows.map((row) => openShiftOf(row, people.get(row.shiftId) ?? []));
}

type ShiftRow = Parameters<typeof isNight>[0] &
	Parameters<typeof isNight>[1] &
	Parameters<typeof placesIn>[0] &
	Pick<KnownShift, 'shiftId' | 'rotaId' | 'heldBy'> & { expected: number | null; calledOffAt: Date | null };

/** What a decision needs of a row with `shiftColumns`. */
export const openShiftOf = (row: ShiftRow, people: readonly PersonId[]): KnownShift => ({
	shiftId: row.shiftId,
	rotaId: row.rotaId,
	startsAt: row.startsAt,
	endsAt: row.endsAt,
	night: isNight(row, row),
	heldBy: row.heldBy,
	calledOff: row.calledOffAt !== null,
	places: placesIn(row, row.expected),
	people,
});

async function peopleOn(db: Reader, shiftIds: readonly ShiftId[]): Promise<Map<ShiftId, PersonId[]>> {
	const rows = await db
		.selectFrom('sign_up')
		.select(['shift_id', 'person_id'])
		.where('shift_id', 'in', shiftIds)
		.where('ended_at', 'is', null)
		.execute();
	const people = Map.groupBy(rows, ({ shift_id }) => shift_id);
	return new Map([...people].map(([id, all]) => [id, all.map(({ person_id }) => person_id)]));
}

/** Holds these shifts still until the transaction ends, always in one order, so that two never wait for each other. */
export async function holdStill(tx: Tx, shiftIds: readonly ShiftId[]): Promise<KnownShift[]> {
	if (shiftIds.length > 0)
		await tx.db
			.selectFrom('shift')
			.select('id')
			.where('id', 'in', shiftIds)
			.orderBy('id')
			.forUpdate()
			.execute();
	return shiftsById(tx.db, shiftIds);
}

/** One shift, held still; undefined when there is none. */
export const holdShiftStill = async (tx: Tx, shiftId: ShiftId): Promise<KnownShift | undefined> =>
	(await holdStill(tx, [shiftId]))[0];

/**
 * People as holders, none of whom takes on or gives up anything, or loses a duty, until the transaction ends. Shifts are
 * held still before people.
 */
export async function holdersStill(tx: Tx, personIds: readonly PersonId[]): Promise<Map<PersonId, Holder>> {
	if (personIds.length === 0) return new Map();
	await tx.db
		.selectFrom('person')
		.select('id')
		.where('id', 'in', personIds)
		.orderBy('id')
		.forNoKeyUpdate()
		.execute();
	await tx.db
		.selectFrom('duty')
		.select('duty')
		.where('person_id', 'in', personIds)
		.orderBy('person_id')
		.forShare()
		.execute();
	return holdersById(tx.db, personIds, tx.now);
}

/** Whoever acts, as a holder who stays as they are until the transaction ends. */
export async function actorAsHolder(tx: Tx): Promise<Holder> {
	const holder = (await holdersStill(tx, [tx.actor])).get(tx.actor);
	if (!holder) throw new Error('Whoever acts has erased themselves.');
	return holder;
}

/** These people as holders: their duties and limits, and what they hold from a fortnight ago on. */
export async function holdersById(
	db: Reader,
	personIds: readonly PersonId[],
	now: Date,
): Promise<Map<PersonId, Holder>> {
	if (personIds.length === 0) return new Map();
	const everyone = await limitsOf(db);
	const people = await db
		.selectFrom('person')
		.leftJoin('own_shift_limits as own', 'own.person_id', 'person.id')
		.select([
			'person.id',
			'person.zone',
			'own.hours_a_week as hoursAWeek',
			'own.nights_a_week as nightsAWeek',
			'own.rest_hours as restHours',
		])
		.where('person.id', 'in', personIds)
		.execute();
	const duties = await db
		.selectFrom('duty')
		.select(['person_id', 'duty'])
		.where('person_id', 'in', personIds)
		.execute();
	const held = await db
		.selectFrom('sign_up')
		.innerJoin('shift', 'shift.id', 'sign_up.shift_id')
		.innerJoin('rota', 'rota.id', 'shift.rota_id')
		.select([
			'sign_up.person_id as personId',
			'shift.id as shiftId',
			'shift.starts_at as startsAt',
			'shift.ends_at as endsAt',
			'rota.zone',
			'rota.night_from as nightFrom',
			'rota.night_until as nightUntil',
		])
		.where('sign_up.person_id', 'in', personIds)
		.where('sign_up.ended_at', 'is', null)
		.where('sign_up.ends_at', '>', after(now, -days(14)))
		.execute();
	return new Map(
		people.map(({ id, zone, ...own }) => [
			id,
			{
				personId: id,
				zone,
				duties: duties.filter((row) => row.person_id === id).map(({ duty }) => duty),
				limits: limitsFor(everyone, own),
				held: held
					.filter(({ personId }) => personId === id)
					.map((row) => ({
						shiftId: row.shiftId,
						startsAt: row.startsAt,
						endsAt: row.endsAt,
						night: isNight(row, row),
					})),
			},
		]),
	);
}

/** How much anybody holds at most here. */
export async function limitsOf(db: Reader): Promise<Limits> {
	const row = await db
		.selectFrom('shift_limits')
		.select(['hours_a_week as hoursAWeek', 'nights_a_week as nightsAWeek', 'rest_hours as restHours'])
		.executeTakeFirst();
	return row ?? usualLimits;
}

/** What one person wants stricter. */
export async function ownLimitsOf(db: Reader, personId: PersonId): Promise<OwnLimits> {
	const row = await db
		.selectFrom('own_shift_limits')
		.select(['hours_a_week as hoursAWeek', 'nights_a_week as nightsAWeek', 'rest_hours as restHours'])
		.where('person_id', '=', personId)
		.executeTakeFirst();
	return row ?? noOwnLimits;
}
