import { sql } from 'kysely';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Organisation } from '../organisation.ts';
import { unfounded } from '../organisation.ts';
import type { Viewer } from '../person.ts';

/** The organisation that hosts this Hearten. */
export async function organisationOf(db: Reader): Promise<Organisation> {
	const row = await db
		.selectFrom('organisation')
		.select(['name', 'age_bands as ageBands', 'locale', 'crisis_policy as crisisPolicy'])
		.executeTakeFirst();
	return row ?? unfounded;
}

/** Somebody as rules need them; undefined once they have erased themselves. */
export async function viewerById(db: Reader, personId: PersonId): Promise<Viewer | undefined> {
	const row = await db
		.selectFrom('person')
		.select((select) => [
			'person.id',
			'person.age_band as ageBand',
			select
				.selectFrom('duty')
				.select(sql<Viewer['duties']>`coalesce(array_agg(duty.duty order by duty.duty), '{}')`.as('duties'))
				.whereRef('duty.person_id', '=', 'person.id')
				.as('duties'),
		])
		.where('person.id', '=', personId)
		.executeTakeFirst();
	return row && { ...row, duties: row.duties ?? [] };
}
