import { sql, type ExpressionBuilder, type OnConflictBuilder } from 'kysely';
import type { Tables, Tx } from '#platform/db.ts';
import type { FeedId, ListingId, ServiceBodyId } from '../events.ts';
import type { SubjectId } from './listable.ts';
import type { Listing } from '../listing.ts';
import { columns, columnsOf } from './columns.ts';
import type { ChangedHow } from './tables.ts';
import { reindex } from './reindex.ts';

/** Whose listings they are, and the list that brings them in; null: they are entered here. */
export interface Owner {
	bodyId: ServiceBodyId;
	feedId: FeedId | null;
	/** For the one that comes back after it was taken off: it is the same as before. */
	was?: { id: ListingId; revision: number };
	/** The ids of those that an undone import had taken away, by their slugs. */
	backAs?: ReadonlyMap<string, ListingId>;
}

/** What a person does to a listing. It says at the same time that all of it is so. */
export type Done = Exclude<ChangedHow, 'list' | 'itself'>;

/**
 * The one way in which listings of a service body are written: what is new, or says something else than before. A row
 * that is the same is not touched, and neither is one that came another way than this, or was taken off. What a row said
 * before is kept. A few hundred at once.
 */
export async function writeListings(
	tx: Tx,
	{ bodyId, feedId, was, backAs }: Owner,
	listings: readonly Listing[],
	how: 'list' | Done = 'list',
): Promise<{ added: ListingId[]; changed: ListingId[] }> {
	const off = await takenOff(tx, bodyId);
	const wanted = listings.filter(({ slug }) => !off.has(slug));
	const owner = { service_body_id: bodyId, feed_id: feedId, subject_id: null };
	const mine = wanted.map((listing) => {
		const id = backAs?.get(listing.slug);
		return { ...was, ...(id && { id }), listing };
	});
	return write(tx, owner, mine, how, (known) =>
		known.columns(['service_body_id', 'slug']).doUpdateSet(
			// A row that came another way than this is left as it is.
			(row) => setIn(tx, row, how),
		),
	);
}

/** The same for what a circle or room says of itself. */
export async function writeOwnListing(tx: Tx, subjectId: SubjectId, listing: Listing): Promise<void> {
	const owner = { service_body_id: null, feed_id: null, subject_id: subjectId };
	await write(tx, owner, [{ listing }], 'itself', (known) =>
		known.column('subject_id').doUpdateSet((row) => setIn(tx, row, 'itself')),
	);
}

type Row = Tables['listing'];

async function write(
	tx: Tx,
	owner: Pick<Row, 'service_body_id' | 'feed_id' | 'subject_id'>,
	listings: readonly { listing: Listing; id?: ListingId; revision?: number }[],
	how: ChangedHow,
	again: (
		known: OnConflictBuilder<Tables, 'listing'>,
	) => ReturnType<OnConflictBuilder<Tables, 'listing'>['doUpdateSet']>,
): Promise<{ added: ListingId[]; changed: ListingId[] }> {
	if (listings.length === 0) return { added: [], changed: [] };
	const rows = listings.map(({ listing, ...was }) => ({
		id: tx.newId<'listing'>(),
		...was,
		...owner,
		...changedNow(tx, how),
		...columnsOf(listing),
	}));
	const written = await tx.db
		.with('written', (db) =>
			db
				.insertInto('listing')
				.values(rows)
				.onConflict((known) =>
					again(known)
						.where(sql<boolean>`listing.feed_id is not distinct from excluded.feed_id`)
						.where(sql<boolean>`(${list('listing')}) is distinct from (${list('excluded')})`),
				)
				.returning('id'),
		)
		// Here the rows are still as they were, and those that are new are not there yet.
		.with('before', (db) =>
			db
				.insertInto('listing_version')
				.columns(['listing_id', 'revision', 'service_body_id', 'says', 'since', 'how', 'by_id', 'until'])
				.expression((from) =>
					from
						.selectFrom('listing')
						.where('service_body_id', 'is not', null)
						.where('id', 'in', from.selectFrom('written').select('id'))
						.select(({ ref }) => [
							'id',
							'revision',
							ref('service_body_id').$notNull().as('service_body_id'),
							said().as('says'),
							'changed_at',
							'changed_how',
							'changed_by',
							sql.val(tx.now).as('until'),
						]),
				),
		)
		.selectFrom('written')
		.select('id')
		.execute();

	// A listing that was known keeps its id, so an id made just now means a new one.
	const made = new Set<ListingId>(rows.map(({ id }) => id));
	const ids = written.map(({ id }) => id);
	await reindex(tx, ids);
	return { added: ids.filter((id) => made.has(id)), changed: ids.filter((id) => !made.has(id)) };
}

const setIn = (
	tx: Tx,
	row: ExpressionBuilder<Tables & { excluded: Row }, 'listing' | 'excluded'>,
	how: ChangedHow,
) => ({
	...Object.fromEntries(columns.map((name) => [name, row.ref(`excluded.${name}`)])),
	...changedNow(tx, how),
	revision: sql<number>`listing.revision + 1`,
});

function changedNow(tx: Tx, how: ChangedHow) {
	const changed = { changed_at: tx.now, changed_how: how };
	if (how === 'list' || how === 'itself') return { ...changed, changed_by: null };
	return { ...changed, changed_by: tx.actor, confirmed_at: tx.now, confirmed_as: 'keeper' as const };
}

/** The names of those in a body that were taken off. */
async function takenOff(tx: Tx, bodyId: ServiceBodyId): Promise<Set<string>> {
	const rows = await tx.db
		.selectFrom('listing_off')
		.select('slug')
		.where('service_body_id', '=', bodyId)
		.execute();
	return new Set(rows.map(({ slug }) => slug));
}

/** What a row says, as it is kept: the columns that say something, by name. */
export const said = () => sql<Tables['listing_version']['says']>`(
	select jsonb_object_agg(said.key, said.value) from jsonb_each(to_jsonb(listing)) said
	where said.key = any(${columns as string[]}::text[])
)`;

const list = (table: 'listing' | 'excluded') => sql.join(columns.map((name) => sql.ref(`${table}.${name}`)));
