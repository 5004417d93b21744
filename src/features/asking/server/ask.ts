import { beginContact, patternsOf } from '#features/attention/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import { supporterFor } from '#features/supporters/server/index.ts';
import type { SupporterId } from '#features/supporters/supporter.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { after } from '#platform/time.ts';
import { BEND_AFTER, HAND_ON_AFTER, type AskId, type Card, type Way } from '../ask.ts';
import { asked, askLeft } from '../events.ts';
import { isTold } from '../fit.ts';
import { offer, putToNext, withdraw } from './cards.ts';
import { fitOf } from './fit.ts';
import { takesOneMore } from './loads.ts';
import { settleFor } from './tasks.ts';
import { lookAfter } from './look-after.ts';
import { sealAsk } from './words.ts';

/**
 * Asks one supporter in particular, from their page or as they were suggested. The same limits hold as for everybody. A
 * suggested one who cannot is followed by whoever fits next; from a page only this one is asked.
 */
export async function askDirectly(
	tx: Tx,
	card: Card,
	{ supporterId, way = 'one' }: { supporterId: SupporterId; way?: 'one' | 'chosen' },
) {
	const viewer = await viewerById(tx.db, tx.actor);
	const supporter = await supporterFor(tx.db, tx.vault, viewer ?? null, supporterId);
	if (!supporter || supporter.personId === tx.actor) return refuse('not-found');
	const { languages, enoughLanguages } = supporter.shows;
	if (![...languages, ...enoughLanguages].includes(card.language)) return refuse('not-their-language');
	if (way === 'chosen' && !(await hasTold(tx))) return refuse('tell-what-fits');
	const takes = await takesOneMore(tx, supporter.personId);
	if ('refused' in takes) return takes;
	const already = await tx.db
		.selectFrom('pairing')
		.select('id')
		.where('supporter_id', '=', supporter.personId)
		.where('member_id', '=', tx.actor)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	if (already) return refuse('already-paired');

	const made = await ask(tx, card, way);
	if ('refused' in made) return made;
	const contact = await beginContact(tx, { with: supporter.personId });
	if ('refused' in contact) return refuse('enough-for-today');
	await offer(tx, made.askId, supporter.personId, { named: true });
	return made;
}

/** Asks whoever fits: the first who has room, one after another, or whoever the next matching finds. */
export async function askWhoeverFits(tx: Tx, card: Card, { way }: { way: 'first-free' | 'round' }) {
	if (!(await hasTold(tx))) return refuse('tell-what-fits');
	const made = await ask(tx, card, way);
	if ('refused' in made) return made;
	if (way === 'first-free') await tx.enqueue(putToNext, { askId: made.askId });
	return made;
}

/** Leaves the line. One press, any time, and nobody is told off. */
export async function leaveLine(tx: Tx) {
	const left = await tx.db
		.updateTable('ask')
		.set({ state: 'left', ended_at: tx.now })
		.where('person_id', '=', tx.actor)
		.where('state', '=', 'waiting')
		.returning('id')
		.executeTakeFirst();
	if (!left) return refuse('not-waiting');
	await withdraw(tx, left.id);
	await settleFor(tx, { askId: left.id });
	await tx.announce(askLeft({ askId: left.id }));
	return { askId: left.id };
}

async function ask(tx: Tx, { help, avoid, language }: Card, way: Way) {
	await leaveUnanswered(tx);
	if (await isWithSeveral(tx)) return refuse('with-several');
	const askId: AskId = tx.newId();
	const made = await tx.db
		.insertInto('ask')
		.values({
			id: askId,
			person_id: tx.actor,
			help,
			language,
			words: await sealAsk(tx, askId, { avoid }),
			asked_at: tx.now,
			ended_at: null,
			pairing_id: null,
			way,
		})
		.onConflict((waiting) => waiting.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!made) return refuse('already-waiting');
	if (way !== 'one')
		for (const waited of [BEND_AFTER, HAND_ON_AFTER])
			await tx.enqueue(lookAfter, { askId }, { at: after(tx.now, waited) });
	await tx.announce(asked({ askId }));
	return { askId };
}

const hasTold = async (tx: Tx): Promise<boolean> => {
	const fit = await fitOf(tx.db, tx.vault, tx.actor);
	return fit !== undefined && isTold(fit);
};

/** Whether as many accompany somebody already as are of any use to them at once. */
async function isWithSeveral(tx: Tx): Promise<boolean> {
	const { supportersAtOnce } = await patternsOf(tx.db);
	const together = await tx.db
		.selectFrom('pairing')
		.select('id')
		.where('member_id', '=', tx.actor)
		.where('ended_at', 'is', null)
		.limit(supportersAtOnce)
		.execute();
	return together.length >= supportersAtOnce;
}

/** One person was asked, and said no or let it lapse: that does not stand in the way of the next ask. */
const leaveUnanswered = (tx: Tx) =>
	tx.db
		.updateTable('ask')
		.set({ state: 'left', ended_at: tx.now })
		.where('person_id', '=', tx.actor)
		.where('state', '=', 'waiting')
		.where('way', '=', 'one')
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('offer')
						.select('offer.id')
						.whereRef('offer.ask_id', '=', 'ask.id')
						.where('offer.state', '=', 'open')
						.where('offer.until', '>', tx.now),
				),
			),
		)
		.execute();
