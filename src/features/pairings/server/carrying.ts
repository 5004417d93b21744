import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { hoursOf, weekOf, type Carrying } from '../carrying.ts';

/** Whose week begins where. */
interface Carrier {
	personId: PersonId;
	/** IANA. */
	zone: string;
}

/** The same for one, whose page is held still until the transaction ends: two who come at once do not both take the last place. */
export async function carryingStill(tx: Tx, personId: PersonId): Promise<Carrying> {
	const { zone } = await tx.db
		.selectFrom('supporter')
		.select('zone')
		.where('person_id', '=', personId)
		.forUpdate()
		.executeTakeFirstOrThrow();
	return (await carryingOf(tx.db, [{ personId, zone }], tx.now)).get(personId)!;
}

/** How many people these are with, how many of them came in this week, and their hours of talks in it, on their own clocks. */
export async function carryingOf(
	db: Reader,
	carriers: readonly Carrier[],
	now: Date,
): Promise<Map<PersonId, Carrying>> {
	if (carriers.length === 0) return new Map();
	const pairings = await db
		.selectFrom('pairing')
		.select(['supporter_id', 'began_at', 'ended_at'])
		.where(
			'supporter_id',
			'in',
			carriers.map(({ personId }) => personId),
		)
		// No week is longer, on whatever clocks.
		.where((with_) => with_.or([with_('ended_at', 'is', null), with_('began_at', '>', after(now, -days(8)))]))
		.execute();
	const talks = await db
		.selectFrom('booking_person')
		.innerJoin('booking', 'booking.id', 'booking_person.booking_id')
		.select(['booking_person.person_id as personId'])
		.select(['booking.starts_at as startsAt', 'booking.ends_at as endsAt'])
		.where(
			'booking_person.person_id',
			'in',
			carriers.map(({ personId }) => personId),
		)
		.where('booking.state', '=', 'booked')
		.where('booking.starts_at', '>', after(now, -days(8)))
		.where('booking.starts_at', '<', after(now, days(8)))
		.execute();
	return new Map(
		carriers.map(({ personId, zone }) => {
			const week = weekOf(now, zone);
			const isInWeek = (at: Date) => week.startsAt <= at && at < week.endsAt;
			const mine = pairings.filter(({ supporter_id }) => supporter_id === personId);
			return [
				personId,
				{
					pairings: mine.filter(({ ended_at }) => ended_at === null).length,
					newThisWeek: mine.filter(({ began_at }) => began_at >= week.startsAt).length,
					hoursThisWeek: hoursOf(
						talks.filter((talk) => talk.personId === personId && isInWeek(talk.startsAt)),
					),
				},
			];
		}),
	);
}
