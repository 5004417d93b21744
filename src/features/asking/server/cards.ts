import { z } from 'zod';
import { mayMeet } from '#features/blocks/server/index.ts';
import { mayBeToldFrom } from '#features/supporters/availability.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { after } from '#platform/time.ts';
import { LAPSES_AFTER, type AskId, type OfferId } from '../ask.ts';
import { cardLapsed, offered } from '../events.ts';
import { takesOneMore } from './loads.ts';
import { candidatesNow, membersNow, type Seeking } from './neighbourhood.ts';
import { nextFor } from './suggest.ts';

/**
 * Puts an ask to a supporter, as a card that waits for a while: from the moment on at which they may be told. What is to
 * happen when nobody answers is left to be done in the same transaction.
 */
export async function offer(tx: Tx, askId: AskId, supporterId: PersonId, { named = false } = {}) {
	const { person_id: askerId } = await tx.db
		.selectFrom('ask')
		.select('person_id')
		.where('id', '=', askId)
		.executeTakeFirstOrThrow();
	if ((await mayMeet(tx, askerId, supporterId)).refused) return {};
	const supporter = await mySupporting(tx.db, tx.vault, supporterId);
	const toldFrom = supporter ? mayBeToldFrom(supporter.availability, supporter.offHours, tx.now) : tx.now;
	const offerId: OfferId = tx.newId();
	const until = after(toldFrom, LAPSES_AFTER);
	const put = await tx.db
		.insertInto('offer')
		.values({
			...{ id: offerId, ask_id: askId, supporter_id: supporterId },
			...{ made_at: tx.now, told_from: toldFrom, until, named },
		})
		.onConflict((already) => already.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!put) return {};
	await tx.enqueue(lapseCard, { offerId }, { at: until });
	await tx.announce(offered({ askId, offerId }));
	return { offerId };
}

/** Takes back the cards that nobody has answered. */
export async function withdraw(tx: Tx, askId: AskId) {
	await tx.db
		.updateTable('offer')
		.set({ state: 'withdrawn' })
		.where('ask_id', '=', askId)
		.where('state', '=', 'open')
		.execute();
}

/** A card that nobody answered in its time: the ask goes on to whoever fits next. */
export const lapseCard = job(
	'asking.lapse-card',
	z.object({ offerId: z.uuid().transform((id) => id as OfferId) }),
	async (tx, { offerId }) => {
		const lapsed = await tx.db
			.updateTable('offer')
			.set({ state: 'lapsed' })
			.where('id', '=', offerId)
			.where('state', '=', 'open')
			.where('until', '<=', tx.now)
			.returning('ask_id as askId')
			.executeTakeFirst();
		if (!lapsed) return;
		await tx.announce(cardLapsed({ askId: lapsed.askId, offerId }));
		await tx.enqueue(putToNext, { askId: lapsed.askId });
	},
);

/**
 * Puts an ask to whoever fits next and has room, unless it waits for an answer already. Where nobody has, it waits for the
 * next matching. A job of its own, so that a supporter’s page is always held before an ask.
 */
export const putToNext = job(
	'asking.put-to-next',
	z.object({ askId: z.uuid().transform((id) => id as AskId) }),
	async (tx, { askId }): Promise<void> => {
		const [seeking] = await seekingNow(tx, [askId]);
		if (!seeking) return;
		const candidates = await candidatesNow(tx.db, tx.vault, tx.now);
		const [member] = await membersNow(tx.db, tx.vault, [seeking], candidates, tx.now);
		const next = member && (await nextFor(tx.db, candidates, member));
		if (!next) return;

		const takes = await takesOneMore(tx, next);
		// Somebody was a moment faster, so there is another look; it sees what has become of this one.
		if ('refused' in takes) return again(tx, askId);
		const [still] = await seekingStill(tx, [askId]);
		if (still) await offer(tx, askId, next);
	},
);

async function again(tx: Tx, askId: AskId): Promise<void> {
	await tx.enqueue(putToNext, { askId });
}

/** Asks that are to be put to somebody, and lie before nobody now. */
export async function seekingNow(tx: Tx, only?: readonly AskId[]): Promise<(Seeking & { askId: AskId })[]> {
	return tx.db
		.selectFrom('ask')
		.select(['id as askId', 'person_id as personId', 'language', 'asked_at as askedAt'])
		.where('state', '=', 'waiting')
		.where('way', '!=', 'one')
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('offer')
						.select('offer.id')
						.whereRef('offer.ask_id', '=', 'ask.id')
						.where('offer.state', '=', 'open'),
				),
			),
		)
		.$if(only !== undefined, (query) => query.where('id', 'in', only!))
		.orderBy('id')
		.execute();
}

/** Which of these asks still are, held still until the transaction ends. */
export async function seekingStill(tx: Tx, askIds: readonly AskId[]): Promise<AskId[]> {
	await tx.db.selectFrom('ask').select('id').where('id', 'in', askIds).orderBy('id').forUpdate().execute();
	return (await seekingNow(tx, askIds)).map(({ askId }) => askId);
}
