import { carryingOf, carryingStill } from '#features/pairings/server/index.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import { takesPeople, type Caps } from '#features/supporters/supporter.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { roomLeft, type Load } from '../room.ts';

/** What these supporters carry, with the cards that wait for them. */
export async function loadsOf(
	db: Reader,
	supporters: readonly { personId: PersonId; availability: { zone: string } }[],
	now: Date,
): Promise<Map<PersonId, Load>> {
	const carrying = await carryingOf(
		db,
		supporters.map(({ personId, availability: { zone } }) => ({ personId, zone })),
		now,
	);
	const cards = await cardsOpenFor(db, [...carrying.keys()], now);
	return new Map(
		[...carrying].map(([personId, carries]) => [
			personId,
			{ carrying: carries, cards: cards.get(personId) ?? 0 },
		]),
	);
}

/** How many cards wait for each of these. */
async function cardsOpenFor(db: Reader, people: readonly PersonId[], now: Date) {
	if (people.length === 0) return new Map<PersonId, number>();
	const rows = await db
		.selectFrom('offer')
		.select('supporter_id')
		.select(({ fn }) => fn.countAll<number>().as('cards'))
		.where('supporter_id', 'in', people)
		.where('state', '=', 'open')
		.where('until', '>', now)
		.groupBy('supporter_id')
		.execute();
	return new Map(rows.map(({ supporter_id, cards }) => [supporter_id, cards]));
}

/**
 * Whether one more card may be put to somebody. Their page is held still until the transaction ends: of many who come at one
 * moment no more get through than there is room for, and whoever stops being a supporter is not asked any more.
 */
export async function takesOneMore(
	tx: Tx,
	personId: PersonId,
): Promise<{ caps: Caps } | Refused<'not-found' | 'resting' | 'has-no-room'>> {
	const carrying = await carryingStill(tx, personId);
	const supporter = await mySupporting(tx.db, tx.vault, personId);
	if (!supporter?.asked || !supporter.open) return refuse('not-found');
	if (!takesPeople(supporter, tx.now)) return refuse('resting');
	const cards = (await cardsOpenFor(tx.db, [personId], tx.now)).get(personId) ?? 0;
	return roomLeft({ carrying, cards }, supporter.caps) > 0 ? { caps: supporter.caps } : refuse('has-no-room');
}
