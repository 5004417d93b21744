import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { after } from '#platform/time.ts';
import type { ListingId } from '../events.ts';
import { reindex, tellAgain, TOLD_FOR } from './reindex.ts';

/** As many as one transaction does in a second or two. */
const SLICE = 1_000;

/**
 * Tells the times of listings again before those that were told are used up, and takes in listings that were there before
 * they could be found. A slice at a time; as long as there is more, it leaves itself the rest.
 */
export const keepFindable = job(
	'directory.keep-findable',
	z.object({}),
	async (tx) => {
		const fresh = await neverTold(tx);
		await reindex(tx, fresh);
		const old = fresh.length < SLICE ? await toldLongAgo(tx) : [];
		await tellAgain(tx, old);
		if (fresh.length === SLICE || old.length === SLICE)
			await tx.enqueue(keepFindable, {}, { key: `${keepFindable.name}.rest` });
	},
	{ every: '7 * * * *' },
);

async function neverTold(tx: Tx): Promise<ListingId[]> {
	const rows = await tx.db
		.selectFrom('listing')
		.leftJoin('finding', 'finding.listing_id', 'listing.id')
		.select('listing.id')
		.where('finding.listing_id', 'is', null)
		.limit(SLICE)
		.execute();
	return rows.map(({ id }) => id);
}

async function toldLongAgo(tx: Tx): Promise<ListingId[]> {
	const rows = await tx.db
		.selectFrom('finding')
		.select('listing_id')
		.where('told_at', '<', after(tx.now, -TOLD_FOR))
		.orderBy('told_at')
		.limit(SLICE)
		.execute();
	return rows.map(({ listing_id }) => listing_id);
}
