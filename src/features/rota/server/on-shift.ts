import { sql } from 'kysely';
import type { AgeBand, Duty } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';
import { neededFor, type RotaId, type ShiftNow, type ShiftToCome } from '../rota.ts';

/** How long before its beginning a shift counts as the one that is on, so that hands can be shaken. */
const EARLY_MINUTES = 10;

/**
 * The shifts that cover this moment, or begin within ten minutes, the earliest first, with whoever holds them. Somebody
 * who no longer has the duty holds nothing, from that moment on.
 */
export async function onShiftNow(db: Reader, rotaId: RotaId, now: Date): Promise<ShiftNow[]> {
	const shifts = await shiftsAround(db, rotaId, now, { earlyMinutes: EARLY_MINUTES }).execute();
	const holders = await holding(db, rotaId)
		.select(['sign_up.shift_id as shiftId', 'sign_up.person_id as personId'])
		.where('shift.ends_at', '>', now)
		.where('shift.starts_at', '<=', after(now, minutes(EARLY_MINUTES)))
		.orderBy('sign_up.signed_up_at')
		.execute();
	return shifts.map((shift) => ({
		...shift,
		personIds: holders.filter(({ shiftId }) => shiftId === shift.shiftId).map(({ personId }) => personId),
	}));
}

/** Whether somebody holds a shift of this rota now, or one that begins in `earlyMinutes`. */
export async function isOnShift(
	db: Reader,
	rotaId: RotaId,
	personId: PersonId,
	now: Date,
	{ earlyMinutes = EARLY_MINUTES }: { earlyMinutes?: number } = {},
): Promise<boolean> {
	const row = await holding(db, rotaId)
		.select('sign_up.shift_id')
		.where('sign_up.person_id', '=', personId)
		.where('shift.ends_at', '>', now)
		.where('shift.starts_at', '<=', after(now, minutes(earlyMinutes)))
		.executeTakeFirst();
	return row !== undefined;
}

/** Whether somebody holds a shift of any rota at this moment. */
export async function isOnAnyShift(db: Reader, personId: PersonId, now: Date): Promise<boolean> {
	const row = await holdingAny(db)
		.select('sign_up.shift_id')
		.where('sign_up.person_id', '=', personId)
		.where('shift.starts_at', '<=', now)
		.where('shift.ends_at', '>', now)
		.executeTakeFirst();
	return row !== undefined;
}

/** Whose shifts: those of people with a duty and of an age band, on a rota that this duty may hold. */
export interface HeldWith {
	duty: Duty;
	ageBand: AgeBand;
	/** Those that are not over then. */
	from: Date;
	/** Those that have begun by then; whenever they begin, where it is left out. */
	until?: Date;
}

/** Who holds which shift of any rota, by their duty and age band, the soonest first; one row for each who holds one. */
export const shiftsHeldWith = (db: Reader, { duty, ageBand, from, until }: HeldWith) =>
	holdingAny(db)
		.innerJoin('person', 'person.id', 'sign_up.person_id')
		.innerJoin('duty as held', 'held.person_id', 'person.id')
		.select(['shift.starts_at as startsAt', 'shift.ends_at as endsAt', 'sign_up.person_id as personId'])
		.where('held.duty', '=', duty)
		.where(sql<boolean>`${duty}::text = any (rota.held_by)`)
		.where('person.age_band', '=', ageBand)
		.where('shift.ends_at', '>', from)
		.$if(until !== undefined, (query) => query.where('shift.starts_at', '<=', until ?? from))
		.orderBy('shift.starts_at')
		.orderBy('sign_up.signed_up_at')
		.limit(60)
		.execute();

/** The shifts that have not begun yet, soonest first: how many hold each, and how many it needs. */
export async function nextShifts(
	db: Reader,
	rotaId: RotaId,
	now: Date,
	limit: number,
): Promise<ShiftToCome[]> {
	const rows = await db
		.selectFrom('shift')
		.innerJoin('rota', 'rota.id', 'shift.rota_id')
		.select([
			'shift.id as shiftId',
			'shift.starts_at as startsAt',
			'shift.ends_at as endsAt',
			'shift.expected',
			'rota.least',
			'rota.one_per as onePer',
			sql<number>`(select count(*) from sign_up where sign_up.shift_id = shift.id and ended_at is null)::int`.as(
				'signedUp',
			),
		])
		.where('shift.rota_id', '=', rotaId)
		.where('shift.called_off_at', 'is', null)
		.where('shift.starts_at', '>', now)
		.orderBy('shift.starts_at')
		.limit(limit)
		.execute();
	return rows.map(({ shiftId, startsAt, endsAt, signedUp, expected, ...rota }) => ({
		shiftId,
		startsAt,
		endsAt,
		signedUp,
		needed: neededFor(rota, expected),
	}));
}

const shiftsAround = (db: Reader, rotaId: RotaId, now: Date, { earlyMinutes }: { earlyMinutes: number }) =>
	db
		.selectFrom('shift')
		.select(['id as shiftId', 'starts_at as startsAt', 'ends_at as endsAt'])
		.where('rota_id', '=', rotaId)
		.where('called_off_at', 'is', null)
		.where('ends_at', '>', now)
		.where('starts_at', '<=', after(now, minutes(earlyMinutes)))
		.orderBy('starts_at');

const holding = (db: Reader, rotaId: RotaId) => holdingAny(db).where('rota.id', '=', rotaId);

/** Who holds which shift of which rota, as long as they have one of the duties it asks for. */
const holdingAny = (db: Reader) =>
	db
		.selectFrom('sign_up')
		.innerJoin('shift', 'shift.id', 'sign_up.shift_id')
		.innerJoin('rota', 'rota.id', 'shift.rota_id')
		.where('shift.called_off_at', 'is', null)
		.where('sign_up.ended_at', 'is', null)
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('duty')
					.select('duty.duty')
					.whereRef('duty.person_id', '=', 'sign_up.person_id')
					.where(sql<boolean>`duty.duty = any (rota.held_by)`),
			),
		);
