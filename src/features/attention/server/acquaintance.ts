import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { writtenOnce } from '#platform/written-once.ts';
import { isNew, type Acquaintance } from '../newcomer.ts';
import { patternsOf } from './tuning.ts';

/** When these people came, and in how many talks they have said something. */
const acquaintances = writtenOnce((db, { people }: { people: readonly PersonId[] }) =>
	db
		.selectFrom('person')
		.select(['person.id', 'person.joined_on as joinedOn'])
		.select((select) =>
			select
				.selectFrom('alias')
				.innerJoin('message', 'message.alias_id', 'alias.id')
				.select(
					sql<number>`count(distinct (message.conversation_id, (message.posted_at at time zone 'UTC')::date))::int`.as(
						'talks',
					),
				)
				.whereRef('alias.person_id', '=', 'person.id')
				.as('talks'),
		)
		.where('person.id', '=', sql<PersonId>`any(${people}::uuid[])`),
);

/** Who of these is new here. */
export async function newcomersAmong(tx: Tx, people: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
	const [rows, patterns] = await Promise.all([tx.ask(acquaintances({ people })), patternsOf(tx.db)]);
	const met = (row: { joinedOn: string; talks: number | null }): Acquaintance => ({
		joinedOn: row.joinedOn,
		talks: row.talks ?? 0,
	});
	return new Set(rows.filter((row) => isNew(met(row), patterns, tx.now)).map(({ id }) => id));
}
