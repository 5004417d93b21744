import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import type { Carrying } from '../ask.ts';

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

/** How many people these are with, and how many of them came in this week on their own clocks. */
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
	return new Map(
		carriers.map(({ personId, zone }) => {
			const monday = weekBegan(now, zone);
			const mine = pairings.filter(({ supporter_id }) => supporter_id === personId);
			return [
				personId,
				{
					pairings: mine.filter(({ ended_at }) => ended_at === null).length,
					newThisWeek: mine.filter(({ began_at }) => began_at >= monday).length,
				},
			];
		}),
	);
}

/** Monday’s first moment, on the clocks of a zone. */
function weekBegan(now: Date, zone: string): Date {
	const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
	const monday = day.subtract({ days: day.dayOfWeek - 1 });
	return new Date(monday.toZonedDateTime(zone).epochMilliseconds);
}
