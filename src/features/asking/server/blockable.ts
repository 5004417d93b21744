import type { Blockable } from '#features/blocks/server/index.ts';
import type { OfferId } from '../ask.ts';

/** Whoever asked, by a card that lies before this supporter. It tells no name, so neither does the block. */
export const cardBlockable: Blockable = {
	prefix: 'card',

	async whose(db, viewer, id, now) {
		const row = await db
			.selectFrom('offer')
			.innerJoin('ask', 'ask.id', 'offer.ask_id')
			.select('ask.person_id as personId')
			.where('offer.id', '=', id as OfferId)
			.where('offer.supporter_id', '=', viewer.id)
			.where('offer.state', '=', 'open')
			.where('offer.until', '>', now)
			.executeTakeFirst();
		return row && { personId: row.personId, as: null, in: null };
	},
};
