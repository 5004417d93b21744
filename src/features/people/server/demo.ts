import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { Duty } from '../person.ts';

/** Marks somebody as made up for a demonstration. Seeds do this; nothing a visitor can reach does. */
export async function makeUp(tx: Tx, personId: PersonId) {
	await tx.db.updateTable('person').set({ made_up: true }).where('id', '=', personId).execute();
	return {};
}

/** The people of the demonstration, as the page shows them. */
export const madeUpPeople = (db: Reader) =>
	db
		.selectFrom('person')
		.select((select) => [
			'person.id',
			'person.nickname',
			select
				.selectFrom('duty')
				.select(sql<Duty[]>`coalesce(array_agg(duty.duty order by duty.duty), '{}')`.as('duties'))
				.whereRef('duty.person_id', '=', 'person.id')
				.as('duties'),
		])
		.where('person.made_up', '=', true)
		.orderBy('person.joined_on')
		.orderBy('person.nickname')
		.execute();

/**
 * Whom a visitor of the demonstration may be, without proof: somebody made up, and only where `demo` says that this is
 * one. Both must hold, so that neither a wrong setting nor a wrong row alone lets anybody be somebody real.
 */
export async function beMadeUp(
	db: Reader,
	personId: PersonId,
	{ demo }: { demo: boolean },
): Promise<{ personId: PersonId } | Refused<'not-a-demo'>> {
	if (!demo) return refuse('not-a-demo');
	const person = await db
		.selectFrom('person')
		.select('id')
		.where('id', '=', personId)
		.where('made_up', '=', true)
		.executeTakeFirst();
	return person ? { personId: person.id } : refuse('not-a-demo');
}
