import { createHash } from 'node:crypto';
import type { Reader } from '#platform/db.ts';
import { kept, revived, type Known } from '../comparing.ts';
import type { FeedId } from '../events.ts';
import { columns, listingOf } from './columns.ts';

/** Every listing that a list brought in, as it is now, with what the list last said of it. */
export async function knownListings(db: Reader, feedId: FeedId | null): Promise<Map<string, Known>> {
	if (feedId === null) return new Map();
	const rows = await db
		.selectFrom('listing')
		.leftJoin('listed', 'listed.listing_id', 'listing.id')
		.select(columns.map((name) => `listing.${name}` as const))
		.select(['listing.id', 'listed.says'])
		.where('listing.feed_id', '=', feedId)
		.orderBy('listing.slug')
		.execute();
	return new Map(
		rows.map(({ id, says, ...row }) => [
			row.slug,
			{ id, listing: listingOf(row), saidBefore: says && revived(says) },
		]),
	);
}

/** Tells two states of a list apart: what was compared with one must not be brought into another. */
export function basisOf(known: ReadonlyMap<string, Known>): string {
	const digest = createHash('sha256');
	for (const { id, listing, saidBefore } of known.values())
		digest.update(JSON.stringify([id, kept(listing), saidBefore && kept(saidBefore)]));
	return digest.digest('base64url');
}
