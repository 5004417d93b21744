import type { Personal } from '#platform/personal.ts';
import { blocksOf } from './queries.ts';

/** Whom a person has blocked, as they knew them. That somebody blocks them is that somebody’s, and told to nobody. */
export const personal: Personal = {
	feature: 'blocks',

	async export(db, vault, personId) {
		const blocks = await blocksOf(db, vault, personId);
		return { blocks: blocks.map(({ known, since }) => ({ ...known, since })) };
	},

	async erase(tx, personId) {
		await tx.db
			.deleteFrom('block')
			.where((one) => one.or([one('blocker_id', '=', personId), one('blocked_id', '=', personId)]))
			.execute();
	},
};
