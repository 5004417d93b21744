import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { FeedId, ListingId, ServiceBodyId } from '../events.ts';
import type { Listing } from '../listing.ts';
import { columns, columnsOf } from './columns.ts';

/** Whose listings they are, and the list that brings them in; null: they are entered here. */
export interface Owner {
	bodyId: ServiceBodyId;
	feedId: FeedId | null;
}

/**
 * The one way in which listings of a service body are written: what is new, or says something else than before. A row
 * that is the same is not touched, and neither is one that came another way than this. A few hundred at once.
 */
export async function writeListings(
	tx: Tx,
	{ bodyId, feedId }: Owner,
	listings: readonly Listing[],
): Promise<{ added: ListingId[]; changed: ListingId[] }> {
	const rows = listings.map((listing) => ({
		id: tx.newId<'listing'>(),
		service_body_id: bodyId,
		feed_id: feedId,
		...columnsOf(listing),
	}));
	const written = await tx.db
		.insertInto('listing')
		.values(rows)
		.onConflict((known) =>
			known
				.columns(['service_body_id', 'slug'])
				.doUpdateSet((row) => Object.fromEntries(columns.map((name) => [name, row.ref(`excluded.${name}`)])))
				.where(sql<boolean>`listing.feed_id is not distinct from excluded.feed_id`)
				.where(sql<boolean>`(${list('listing')}) is distinct from (${list('excluded')})`),
		)
		.returning('id')
		.execute();

	// A listing that was known keeps its id, so an id made just now means a new one.
	const made = new Set<ListingId>(rows.map(({ id }) => id));
	const ids = written.map(({ id }) => id);
	return { added: ids.filter((id) => made.has(id)), changed: ids.filter((id) => !made.has(id)) };
}

const list = (table: 'listing' | 'excluded') => sql.join(columns.map((name) => sql.ref(`${table}.${name}`)));
