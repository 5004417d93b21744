import { sql } from 'kysely';
import { sums } from '#features/circle-mode/after.ts';
import type { BookingId, PairingId } from '#features/pairings/pairing.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { seal, unseal } from '#platform/seal.ts';
import { dayOf } from '#platform/time.ts';
import type { Vault } from '#platform/vault.ts';
import { answered, type HowItWas } from '../after.ts';
import { may } from '../policy.ts';
import { sessionStill } from './standing.ts';

/**
 * Says how a session was, once. The words of it are for nobody but whoever says it. Beside them it is counted that an
 * answer was given on this day one time more: not by whom, and not which answers belong together.
 */
export async function sayHowItWas(
	tx: Tx,
	{ pairingId, bookingId, ...said }: { pairingId: PairingId; bookingId: BookingId } & HowItWas,
) {
	const standing = await sessionStill(tx, { pairingId, bookingId });
	const ruling = may.answer(standing);
	if (ruling.refused) return ruling;
	const member = standing.pairing!.memberId === tx.actor;
	const mine: HowItWas = { answers: said.answers, next: member ? said.next : null };
	const kept = await tx.db
		.insertInto('session_after')
		.values({
			booking_id: bookingId,
			person_id: tx.actor,
			words: seal(await keyOf(tx, tx.actor), JSON.stringify(mine), contextOf(bookingId, tx.actor)),
		})
		.onConflict((already) => already.doNothing())
		.returning('booking_id')
		.executeTakeFirst();
	if (!kept) return refuse('answered-already');
	for (const { question, answer } of answered(mine))
		await tx.db
			.insertInto('session_count')
			.values({ day: dayOf(tx.now), question, answer, count: 1 })
			.onConflict((again) =>
				again.columns(['day', 'question', 'answer']).doUpdateSet({ count: sql`session_count.count + 1` }),
			)
			.execute();
	return { next: mine.next };
}

/** What somebody said of a session themselves; undefined before they have. */
export async function myAfter(db: Reader, vault: Vault, bookingId: BookingId, me: PersonId) {
	return (await aftersOf(db, vault, me)).find((after) => after.bookingId === bookingId);
}

/** Everything somebody has said of their sessions, for their own eyes. */
export async function aftersOf(db: Reader, vault: Vault, me: PersonId) {
	const rows = await db
		.selectFrom('session_after')
		.innerJoin('person', 'person.id', 'session_after.person_id')
		.select(['booking_id as bookingId', 'words', 'person.key_id'])
		.where('person_id', '=', me)
		.execute();
	const key = rows[0] && (await vault.key(db, rows[0].key_id));
	if (!key) return [];
	return rows.map(({ bookingId, words }) => ({
		bookingId,
		...(JSON.parse(unseal(key, words, contextOf(bookingId, me))) as HowItWas),
	}));
}

/** How sessions were, for coordinators: in sums of at least five, never today’s. */
export async function howSessionsWere(db: Reader, now: Date) {
	const days = await db.selectFrom('session_count').selectAll().execute();
	return sums(days, dayOf(now));
}

async function keyOf(tx: Tx, personId: PersonId) {
	const { key_id } = await tx.db
		.selectFrom('person')
		.select('key_id')
		.where('id', '=', personId)
		.executeTakeFirstOrThrow();
	const key = await tx.vault.key(tx.db, key_id);
	if (!key) throw new Error('A person’s key is missing.');
	return key;
}

const contextOf = (bookingId: BookingId, personId: PersonId) => `session-after:${bookingId}:${personId}`;
