import { notBetween } from '#features/blocks/server/index.ts';
import { hasRoom } from '#features/pairings/carrying.ts';
import { carryingStill, pair } from '#features/pairings/server/index.ts';
import { contactAnswered } from '#features/attention/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import { may as mayAsSupporter } from '#features/supporters/policy.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { OfferId } from '../ask.ts';
import { offerAnswered } from '../events.ts';
import { putToNext, withdraw } from './cards.ts';
import { settleFor } from './tasks.ts';

/**
 * A supporter says yes: the two are paired, and every other card of this ask is taken back. Of several who say yes at
 * one moment one is the first; the others are told so.
 */
export async function acceptOffer(tx: Tx, { offerId }: { offerId: OfferId }) {
	const mine = await mySupporting(tx.db, tx.vault, tx.actor);
	if (!mine) return refuse('no-such-card');
	// Always in this order: one’s own page, then the ask.
	const carrying = await carryingStill(tx, tx.actor);
	// Asked only now: whoever takes the duty away holds the page, too.
	const mayOffer = mayAsSupporter.offer({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (mayOffer.refused) return mayOffer;
	const card = await cardStill(tx, offerId);
	if (!card) return refuse('no-such-card');
	if (card.askState !== 'waiting') return refuse('somebody-else-came');
	if (card.state !== 'open' || card.until <= tx.now) return refuse('card-lapsed');
	if (!hasRoom(carrying, mine.caps)) return refuse('has-no-room');

	const both = await pair(tx, { supporterId: tx.actor, memberId: card.personId });
	if ('refused' in both) return both;
	await tx.db.updateTable('offer').set({ state: 'accepted' }).where('id', '=', offerId).execute();
	await tx.db
		.updateTable('ask')
		.set({ state: 'paired', ended_at: tx.now, pairing_id: both.pairingId })
		.where('id', '=', card.askId)
		.execute();
	await contactAnswered(tx, { begunBy: card.personId });
	await withdraw(tx, card.askId);
	await settleFor(tx, { askId: card.askId });
	await tx.announce(offerAnswered({ askId: card.askId, offerId, answer: 'yes' }));
	return both;
}

/** Says no, without a reason. The asker is not told by whom, and the ask goes on to whoever fits next. */
export async function declineOffer(tx: Tx, { offerId }: { offerId: OfferId }) {
	const card = await cardStill(tx, offerId);
	if (!card) return refuse('no-such-card');
	if (card.state !== 'open') return { askId: card.askId };
	await tx.db.updateTable('offer').set({ state: 'declined' }).where('id', '=', offerId).execute();
	await tx.enqueue(putToNext, { askId: card.askId });
	await tx.announce(offerAnswered({ askId: card.askId, offerId, answer: 'no' }));
	return { askId: card.askId };
}

/** The actor’s own card; its ask is held still until the transaction ends. */
async function cardStill(tx: Tx, offerId: OfferId) {
	const found = await tx.db
		.selectFrom('offer')
		.innerJoin('ask', 'ask.id', 'offer.ask_id')
		.select('offer.ask_id')
		.where('offer.id', '=', offerId)
		.where('offer.supporter_id', '=', tx.actor)
		.where((where) => notBetween(where, tx.actor, 'ask.person_id'))
		.executeTakeFirst();
	if (!found) return undefined;
	await tx.db.selectFrom('ask').select('id').where('id', '=', found.ask_id).forUpdate().execute();
	return tx.db
		.selectFrom('offer')
		.innerJoin('ask', 'ask.id', 'offer.ask_id')
		.select([
			'ask.id as askId',
			'ask.person_id as personId',
			'ask.state as askState',
			'offer.state',
			'offer.until',
		])
		.where('offer.id', '=', offerId)
		.executeTakeFirst();
}
