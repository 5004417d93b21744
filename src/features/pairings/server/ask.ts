import { viewerById } from '#features/people/server/index.ts';
import { supporterFor } from '#features/supporters/server/index.ts';
import { takesPeople, type SupporterId } from '#features/supporters/supporter.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { after } from '#platform/time.ts';
import { hasRoom, LAPSES_AFTER, type AskId, type Card, type OfferId } from '../ask.ts';
import { asked, askLeft, offered } from '../events.ts';
import { carryingStill } from './carrying.ts';
import { sealAsk } from './words.ts';

/** Asks one supporter in particular, from their page. The same limits hold as for everybody. */
export async function askDirectly(tx: Tx, card: Card, { supporterId }: { supporterId: SupporterId }) {
	const viewer = await viewerById(tx.db, tx.actor);
	const supporter = await supporterFor(tx.db, tx.vault, viewer ?? null, supporterId);
	if (!supporter || supporter.personId === tx.actor) return refuse('not-found');
	if (!takesPeople(supporter)) return refuse('resting');
	const carrying = await carryingStill(tx, supporter.personId);
	if (!hasRoom(carrying, supporter.caps)) return refuse('has-no-room');
	const already = await tx.db
		.selectFrom('pairing')
		.select('id')
		.where('supporter_id', '=', supporter.personId)
		.where('member_id', '=', tx.actor)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	if (already) return refuse('already-paired');

	const made = await ask(tx, card);
	if ('refused' in made) return made;
	await offer(tx, made.askId, supporter.personId);
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
	await tx.announce(askLeft({ askId: left.id }));
	return { askId: left.id };
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

async function ask(tx: Tx, { help, avoid, language }: Card) {
	await leaveUnanswered(tx);
	const askId = tx.newId<'ask'>();
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
		})
		.onConflict((waiting) => waiting.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!made) return refuse('already-waiting');
	await tx.announce(asked({ askId }));
	return { askId };
}

/** An ask that everybody it was put to has said no to, or let lapse, does not stand in the way of the next. */
const leaveUnanswered = (tx: Tx) =>
	tx.db
		.updateTable('ask')
		.set({ state: 'left', ended_at: tx.now })
		.where('person_id', '=', tx.actor)
		.where('state', '=', 'waiting')
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

/** Puts an ask to a supporter, as a card that waits for a while. */
export async function offer(tx: Tx, askId: AskId, supporterId: PersonId) {
	const offerId: OfferId = tx.newId();
	await tx.db
		.insertInto('offer')
		.values({
			id: offerId,
			ask_id: askId,
			supporter_id: supporterId,
			made_at: tx.now,
			until: after(tx.now, LAPSES_AFTER),
		})
		.onConflict((already) => already.doNothing())
		.execute();
	await tx.announce(offered({ askId, offerId }));
	return { offerId };
}
