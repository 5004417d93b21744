import { acceptOffer, askDirectly } from '#features/asking/server/index.ts';
import { confirmSlot, holdSlot, say, timesFor, standingIn } from '#features/pairings/server/index.ts';
import type { OfferId } from '#features/asking/ask.ts';
import { addHours, keepPage, mySupporting, openPage, rest } from '#features/supporters/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { after, minutes } from '#platform/time.ts';
import type { Handle } from './cast.ts';
import { supporting, twoOfThem, waiting } from './cast-supporters.ts';
import { daysBefore, granted, type Stage } from './stage.ts';

/** Lets the cast’s supporters say who they are, one of them be asked, and another be with somebody. */
export async function beThereForEachOther(stage: Stage) {
	for (const [who, { page, weekly, resting }] of Object.entries(supporting)) {
		const tx = stage.as(who as Handle, daysBefore(stage.now, 9));
		granted(await keepPage(tx, page));
		if (weekly.length > 0) granted(await addHours(tx, weekly));
		granted(await openPage(tx, true));
		if (resting) granted(await rest(tx, true));
	}
	await pairUp(stage);
	await ask(stage, stage.as(waiting.member, after(stage.now, -minutes(waiting.ago))), waiting);
}

async function pairUp(stage: Stage) {
	const { supporter, member, conversation } = twoOfThem;
	const began = after(stage.now, -minutes(conversation[0].ago + 30));
	const offerId = await ask(stage, stage.as(member, began), twoOfThem);
	const { pairingId } = granted(await acceptOffer(stage.as(supporter, began), { offerId }));
	for (const { by, ago, says } of conversation) {
		const tx = stage.as(by, after(stage.now, -minutes(ago)));
		const saying = { body: says, contentNote: '', replyTo: undefined, clientId: tx.newId() };
		granted(await say(tx, { pairingId, ...saying }));
	}
	const tx = stage.as(member, stage.now);
	const { pairing } = await standingIn(tx.db, pairingId, null);
	const { starts } = await timesFor(tx.db, tx.vault, pairing!, { length: 60, now: stage.now, except: [] });
	const slot = { pairingId, startsAt: starts[2]!, length: 60, format: 'text' } as const;
	const { bookingId } = granted(await holdSlot(tx, slot));
	granted(await confirmSlot(tx, { pairingId, bookingId }));
}

async function ask(
	stage: Stage,
	tx: Tx,
	{ supporter, card }: Pick<typeof twoOfThem | typeof waiting, 'supporter' | 'card'>,
): Promise<OfferId> {
	const theirs = (await mySupporting(tx.db, tx.vault, stage.idOf(supporter)))!;
	const { askId } = granted(await askDirectly(tx, card, { supporterId: theirs.id }));
	const offers = tx.db.selectFrom('offer').select('id').where('ask_id', '=', askId);
	return (await offers.executeTakeFirstOrThrow()).id;
}
