import type { Personal } from '#platform/personal.ts';
import { putToNext } from './cards.ts';
import { fitOf } from './fit.ts';
import { openAsks } from './words.ts';

/** What fits somebody, what they asked, what they were asked, and when they went on to somebody else. */
export const personal: Personal = {
	feature: 'asking',

	async export(db, vault, personId) {
		const asks = await db
			.selectFrom('ask')
			.select(['id', 'person_id as personId', 'help', 'language', 'words', 'state', 'way'])
			.select(['asked_at as askedAt', 'ended_at as endedAt', 'handed_at as handedAt'])
			.where('person_id', '=', personId)
			.orderBy('asked_at')
			.execute();
		const cards = await db
			.selectFrom('offer')
			.select(['state', 'made_at as madeAt', 'until'])
			.where('supporter_id', '=', personId)
			.orderBy('made_at')
			.execute();
		const wentOn = await db
			.selectFrom('tried_another')
			.select(['pairing_id as pairing', 'told', 'at'])
			.where('member_id', '=', personId)
			.orderBy('at')
			.execute();
		const opened = await openAsks(db, vault, asks);
		return {
			whatFits: await fitOf(db, vault, personId),
			asks: opened.map(({ id: _, personId: __, ...ask }) => ask),
			cards,
			wentOn,
		};
	},

	async erase(tx, personId) {
		await tx.db.deleteFrom('what_fits').where('person_id', '=', personId).execute();
		await tx.db
			.deleteFrom('tried_another')
			.where((mine) => mine.or([mine('member_id', '=', personId), mine('supporter_id', '=', personId)]))
			.execute();
		await tx.db.deleteFrom('matching_price').where('supporter_id', '=', personId).execute();
		await tx.db.deleteFrom('ask').where('person_id', '=', personId).execute();
		const cards = await tx.db
			.deleteFrom('offer')
			.where('supporter_id', '=', personId)
			.returning(['ask_id as askId', 'state'])
			.execute();
		// Whoever waited for their answer waits for somebody else’s.
		for (const { askId, state } of cards) if (state === 'open') await tx.enqueue(putToNext, { askId });
	},
};
