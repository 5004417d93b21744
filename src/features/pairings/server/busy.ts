import type { Span } from '#features/supporters/availability.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import type { BookingId } from '../pairing.ts';

/** The talks these people have coming, and the slots held with them, in whatever part. */
export async function busyWith(
	db: Reader,
	people: readonly PersonId[],
	{ now, except = [] }: { now: Date; except?: readonly (BookingId | undefined)[] },
): Promise<(Span & { personId: PersonId })[]> {
	return talksOf(db, people, { now, except, since: now });
}

/** The same, with those of this week that are over: they count for how much somebody gives of it. */
export const talksSinceMonday = (
	db: Reader,
	people: readonly PersonId[],
	{ now, except = [] }: { now: Date; except?: readonly (BookingId | undefined)[] },
) => talksOf(db, people, { now, except, since: after(now, -days(8)) });

async function talksOf(
	db: Reader,
	people: readonly PersonId[],
	{ now, except, since }: { now: Date; except: readonly (BookingId | undefined)[]; since: Date },
): Promise<(Span & { personId: PersonId })[]> {
	if (people.length === 0) return [];
	const rows = await db
		.selectFrom('booking_person')
		.innerJoin('booking', 'booking.id', 'booking_person.booking_id')
		.select(['booking.id', 'booking.starts_at as startsAt', 'booking.ends_at as endsAt'])
		.select('booking_person.person_id as personId')
		.where('booking_person.person_id', 'in', people)
		.where('booking.ends_at', '>', since)
		.where((either) => either.or([either('state', '=', 'booked'), either('held_until', '>', now)]))
		.execute();
	return rows.filter(({ id }) => !except.includes(id));
}
