import { sql, type ExpressionBuilder } from 'kysely';
import type { Reader, Tables } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import type { Card, OfferId } from '../ask.ts';
import { openAsks } from './words.ts';

/** One’s pairings: those that go on, the one with the next session first; then those that have ended, the last first. */
export const pairingsOf = (db: Reader, me: PersonId, now: Date) =>
	described(db, me, now)
		.where((mine) => mine.or([mine('supporter_id', '=', me), mine('member_id', '=', me)]))
		.orderBy(sql`ended_at desc nulls first`)
		.orderBy('nextAt', (asked) => asked.asc().nullsLast())
		.orderBy('began_at', 'desc')
		.execute();

/** One pairing by its address. Whether it may be seen is asked of the rule. */
export const pairingById = (db: Reader, id: string, me: PersonId, now: Date) =>
	described(db, me, now)
		.innerJoin('conversation', 'conversation.id', 'pairing.id')
		.select('conversation.last_change as lastChange')
		.where(sql<boolean>`pairing.id::text = ${id}`)
		.executeTakeFirst();

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

/** The cards that wait for this supporter’s answer, the oldest first: what was asked, and nothing else of who asks. */
export async function cardsFor(db: Reader, vault: Vault, me: PersonId, now: Date) {
	const rows = await db
		.selectFrom('offer')
		.innerJoin('ask', 'ask.id', 'offer.ask_id')
		.select(['offer.id as offerId', 'offer.until'])
		.select(['ask.id', 'ask.person_id as personId', 'ask.help', 'ask.language', 'ask.words'])
		.where('offer.supporter_id', '=', me)
		.where('offer.state', '=', 'open')
		.where('offer.until', '>', now)
		.where('ask.state', '=', 'waiting')
		.orderBy('ask.asked_at')
		.execute();
	return (await openAsks(db, vault, rows)).map(({ offerId, until, help, language, avoid }): CardSeen => ({
		offerId,
		until,
		help,
		language,
		avoid,
	}));
}

interface CardSeen extends Card {
	offerId: OfferId;
	/** It waits for an answer until then. */
	until: Date;
}

/** What somebody waits for: whom they asked, and whether an answer may still come; undefined when they ask for nothing. */
export async function waitingFor(db: Reader, me: PersonId, now: Date) {
	const ask = await db
		.selectFrom('ask')
		.innerJoin('offer', 'offer.ask_id', 'ask.id')
		.innerJoin('person', 'person.id', 'offer.supporter_id')
		.select(['person.nickname as whom', 'offer.state', 'offer.until', 'ask.help'])
		.where('ask.person_id', '=', me)
		.where('ask.state', '=', 'waiting')
		.executeTakeFirst();
	return ask && { ...ask, open: ask.state === 'open' && ask.until > now };
}
