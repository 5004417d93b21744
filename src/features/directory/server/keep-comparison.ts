import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { compare, kept, type Change, type Known, type Twin } from '../comparing.ts';
import type { ImportId } from '../events.ts';
import type { Listing } from '../listing.ts';
import type { ReadList } from '../rows.ts';
import { twinsAmong, type Sighted } from '../twins.ts';
import { basisOf } from './known-listings.ts';

/** Few enough for one statement (65,535 values), many enough to be quick. */
const AT_ONCE = 500;

/** Nobody reads more reasons than this. */
const MOST_REASONS = 1000;

/** What a comparison comes to. */
export interface Counted {
	rows: number;
	added: number;
	changed: number;
	same: number;
	gone: number;
	/** Listings that say something else than their list, because they were edited here. */
	kept: number;
}

/** Compares a list with what is here, and keeps what bringing it in would do. Nothing that anybody can find changes. */
export async function keepComparison(
	tx: Tx,
	importId: ImportId,
	{ listed, leftOut }: ReadList,
	known: ReadonlyMap<string, Known>,
): Promise<Counted> {
	const { changes, same } = compare(listed, known, await takenOff(tx, importId));
	const twinsOf = twinsAmong(await sighted(tx, changes));

	await tx.db.deleteFrom('import_change').where('import_id', '=', importId).execute();
	for (let start = 0; start < changes.length; start += AT_ONCE)
		await tx.db
			.insertInto('import_change')
			.values(changes.slice(start, start + AT_ONCE).map((change) => rowOf(importId, change, twinsOf)))
			.execute();

	const count = (kind: Change['change']) => changes.filter(({ change }) => change === kind).length;
	const counted: Counted = {
		rows: listed.length + leftOut.length,
		added: count('added'),
		changed: count('changed'),
		same,
		gone: count('gone'),
		kept: changes.filter((change) => change.change !== 'gone' && change.kept.length > 0).length,
	};
	await tx.db
		.updateTable('import')
		.set({
			...counted,
			basis: basisOf(known),
			left_out: { rows: leftOut.slice(0, MOST_REASONS) },
		})
		.where('id', '=', importId)
		.execute();
	return counted;
}

/** What was taken off here, of the body that this list is of. */
async function takenOff(tx: Tx, importId: ImportId): Promise<Set<string>> {
	const rows = await tx.db
		.selectFrom('listing_off')
		.innerJoin('service_body', 'service_body.id', 'listing_off.service_body_id')
		.innerJoin('import', 'import.slug', 'service_body.slug')
		.select('listing_off.slug')
		.where('import.id', '=', importId)
		.execute();
	return new Set(rows.map(({ slug }) => slug));
}

function rowOf(importId: ImportId, change: Change, twinsOf: (one: Sighted) => Twin[]) {
	const asKept = (listing: Listing | null) => listing && kept(listing);
	return {
		import_id: importId,
		slug: change.slug,
		change: change.change,
		listing_id: change.known?.id ?? null,
		before: asKept(change.known?.listing ?? null),
		after: asKept(change.after),
		said_before: asKept(change.known?.saidBefore ?? null),
		says: asKept(change.says),
		fields: change.fields,
		kept: change.kept,
		twins: { found: change.change === 'added' && change.after ? twinsOf(change.after) : [] },
	};
}

/** Whatever new listings could be another one of: what is listed at these times already, and the new ones themselves. */
async function sighted(tx: Tx, changes: readonly Change[]): Promise<Sighted[]> {
	const fresh = changes.flatMap(({ change, after }) => (change === 'added' && after ? [after] : []));
	if (fresh.length === 0) return [];
	const times = [...new Set(fresh.flatMap(({ time }) => time ?? []))];
	const rows = await tx.db
		.selectFrom('listing')
		.leftJoin('service_body', 'service_body.id', 'listing.service_body_id')
		.select((row) => [
			row.fn<string>('concat_ws', [row.val('~'), 'service_body.slug', 'listing.slug']).as('slug'),
			'listing.name',
			'listing.days',
			row.fn<string>('to_char', ['listing.local_time', row.val('HH24:MI')]).as('time'),
			'listing.place',
			'listing.address',
			'listing.online_url as onlineUrl',
		])
		.where(sql<boolean>`listing.local_time = any(${times}::time[])`)
		.execute();
	return [...rows, ...fresh];
}
