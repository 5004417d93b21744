import { notBetween } from '#features/blocks/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import type { Card, OfferId } from '../ask.ts';
import { openAsks } from './words.ts';

/** The cards that wait for this supporter’s answer, the oldest first: what was asked, and nothing else of who asks. */
export async function cardsFor(db: Reader, vault: Vault, me: PersonId, now: Date) {
	const rows = await db
		.selectFrom('offer')
		.innerJoin('ask', 'ask.id', 'offer.ask_id')
		.select(['offer.id as offerId', 'offer.until', 'offer.told_from as toldFrom'])
		.select(['ask.id', 'ask.person_id as personId', 'ask.help', 'ask.language', 'ask.words'])
		.where('offer.supporter_id', '=', me)
		.where((where) => notBetween(where, me, 'ask.person_id'))
		.where('offer.state', '=', 'open')
		.where('offer.until', '>', now)
		.where('ask.state', '=', 'waiting')
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('duty')
					.select('duty.duty')
					.where('duty.person_id', '=', me)
					.where('duty.duty', '=', 'supporter'),
			),
		)
		.orderBy('ask.asked_at')
		.execute();
	return (await openAsks(db, vault, rows)).map(
		({ offerId, until, toldFrom, help, language, avoid }): CardSeen => ({
			...{ offerId, until, toldFrom },
			...{ help, language, avoid },
		}),
	);
}

interface CardSeen extends Card {
	offerId: OfferId;
	/** It waits for an answer until then. */
	until: Date;
	/** Nobody tells them of it before. */
	toldFrom: Date;
}

/** Where somebody’s ask stands, truthfully; undefined when they ask for nothing. */
export async function waitingFor(db: Reader, me: PersonId, now: Date) {
	const ask = await db
		.selectFrom('ask')
		.select(['id', 'way', 'help', 'asked_at as askedAt'])
		.select(['bend_asked_at as bendAskedAt', 'handed_at as handedAt'])
		.where('person_id', '=', me)
		.where('state', '=', 'waiting')
		.executeTakeFirst();
	if (!ask) return undefined;
	const cards = await db
		.selectFrom('offer')
		.innerJoin('person', 'person.id', 'offer.supporter_id')
		.select(['person.nickname', 'offer.state', 'offer.until', 'offer.named'])
		.where('offer.ask_id', '=', ask.id)
		.where((where) => notBetween(where, me, 'offer.supporter_id'))
		.execute();
	const open = cards.find(({ state, until }) => state === 'open' && until > now);
	return {
		way: ask.way,
		help: ask.help,
		/** Whom they asked by name. Whoever else it was put to stays unnamed. */
		whom: cards.find(({ named }) => named)?.nickname,
		/** An answer may come until then. */
		openUntil: open?.until,
		/** Whether it lies before the one they named. */
		withNamed: open?.named ?? false,
		mayBend: ask.bendAskedAt !== null,
		handedOn: ask.handedAt !== null,
	};
}

export type Waiting = NonNullable<Awaited<ReturnType<typeof waitingFor>>>;
