import { sql, type ExpressionBuilder } from 'kysely';
import { betweenSql } from '#features/blocks/server/index.ts';
import type { Reader, Tables } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { PairingId } from '../pairing.ts';

/** One’s pairings: those that go on, the one with the next session first; then those that have ended, the last first. */
export const pairingsOf = (db: Reader, me: PersonId, now: Date) =>
	described(db, me, now)
		.where((mine) => mine.or([mine('supporter_id', '=', me), mine('member_id', '=', me)]))
		.where((two) => two.not(apart))
		.orderBy(sql`ended_at desc nulls first`)
		.orderBy('nextAt', (asked) => asked.asc().nullsLast())
		.orderBy('began_at', 'desc')
		.execute();

/** One pairing by its address. Whether it may be seen is asked of the rule. */
export const pairingById = (db: Reader, id: string, me: PersonId, now: Date) =>
	described(db, me, now)
		.innerJoin('conversation', 'conversation.id', 'pairing.id')
		.select(['conversation.last_change as lastChange', 'pairing.session_change as sessionChange'])
		.where(sql<boolean>`pairing.id::text = ${id}`)
		.executeTakeFirst();

/** Whether there is such a pairing; whose it is, and who may know, is asked of the rule. */
export async function pairingIdOf(db: Reader, id: string): Promise<PairingId | undefined> {
	const row = await db
		.selectFrom('pairing')
		.select('id')
		.where(sql<boolean>`id::text = ${id}`)
		.executeTakeFirst();
	return row?.id;
}

/** The names of everything somebody is, or was, one of the two in. */
export async function pairingsOfPerson(db: Reader, personId: PersonId): Promise<PairingId[]> {
	const rows = await db
		.selectFrom('pairing')
		.select('id')
		.where((mine) => mine.or([mine('supporter_id', '=', personId), mine('member_id', '=', personId)]))
		.where((two) => two.not(apart))
		.orderBy('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** Whether the two are to see nothing of each other. */
const apart = betweenSql(sql.ref('pairing.supporter_id'), sql.ref('pairing.member_id'));

const described = (db: Reader, me: PersonId, now: Date) =>
	db
		.selectFrom('pairing')
		.select(['pairing.id', 'ended_at as endedAt'])
		.select((eb) => [
			sql<boolean>`coalesce(pairing.supporter_id = ${me}, false)`.as('supporting'),
			// Whoever has gone has no name.
			theOther(eb, me).select('name').as('other'),
			theOther(eb, me).select('id').as('otherAlias'),
			eb
				.selectFrom('alias')
				.select('alias.id')
				.whereRef('conversation_id', '=', 'pairing.id')
				.where('alias.person_id', '=', me)
				.as('myAlias'),
			eb
				.selectFrom('booking')
				.select('starts_at')
				.whereRef('pairing_id', '=', 'pairing.id')
				.where('booking.state', '=', 'booked')
				.where('booking.ends_at', '>', now)
				.orderBy('starts_at')
				.limit(1)
				.as('nextAt'),
		]);

const theOther = (eb: ExpressionBuilder<Tables, 'pairing'>, me: PersonId) =>
	eb
		.selectFrom('alias')
		.whereRef('conversation_id', '=', 'pairing.id')
		.where(sql<boolean>`alias.person_id is distinct from ${me}`)
		.limit(1);
