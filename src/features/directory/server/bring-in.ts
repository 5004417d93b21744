import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { ImportId } from '../events.ts';
import { lostMost } from '../import.ts';
import { applyChanges, noteDone, type Progress } from './apply-import.ts';
import { holdFeed } from './hold-feed.ts';
import { basisOf, knownListings } from './known-listings.ts';
import { importIdIn, prepare, readAsked, unpacked } from './prepare-import.ts';

export interface Decided {
	importId: ImportId;
	/** The state of things that was shown. */
	basis: string;
	/** Whether more than half of a list may go. */
	lossesAreMeant: boolean;
}

/** Says yes to what was shown, and to nothing else: when things have changed meanwhile, it has to be looked at anew. */
export async function bringIn(
	tx: Tx,
	{ importId, basis, lossesAreMeant }: Decided,
): Promise<object | Refused<'not-here' | 'changed-meanwhile' | 'most-gone'>> {
	const found = await tx.db
		.selectFrom('import')
		.leftJoin('feed', 'feed.slug', 'import.slug')
		.select(['import.basis', 'import.gone', 'feed.id as feedId'])
		.where('import.id', '=', importId)
		.where('import.state', 'in', ['ready', 'held'])
		.forUpdate('import')
		.executeTakeFirst();
	if (!found) return refuse('not-here');
	const known = await knownListings(tx.db, found.feedId);
	if (found.basis !== basis || basisOf(known) !== basis) return refuse('changed-meanwhile');
	if (!lossesAreMeant && lostMost({ gone: found.gone, before: known.size })) return refuse('most-gone');

	await tx.db
		.updateTable('import')
		.set({ state: 'coming-in', stop: false })
		.where('id', '=', importId)
		.execute();
	await tx.enqueue(comeIn, { importId, by: tx.actor });
	return {};
}

/** Compares again what was read, with what is here now. */
export async function lookAnew(tx: Tx, importId: ImportId): Promise<object> {
	await tx.enqueue(readAsked, { importId });
	await tx.db
		.updateTable('import')
		.set({ state: 'reading' })
		.where('id', '=', importId)
		.where('state', 'in', ['ready', 'held'])
		.execute();
	return {};
}

/** Leaves a list that was shown where it is, or stops one that is coming in: all of it, or nothing. */
export async function leaveOut(tx: Tx, importId: ImportId): Promise<object> {
	await tx.db
		.updateTable('import')
		.set({ state: 'stopped', content: null, listings: null })
		.where('id', '=', importId)
		.where('state', 'in', ['reading', 'ready', 'held'])
		.execute();
	await tx.db
		.updateTable('import')
		.set({ stop: true })
		.where('id', '=', importId)
		.where('state', '=', 'coming-in')
		.execute();
	return {};
}

const Coming = importIdIn.extend({ by: z.uuid().transform((id) => id as PersonId) });

/** Writes what was decided, in one transaction: whoever searches meanwhile finds the list as it was. */
export const comeIn = job('directory.bring-in', Coming, async (anybody, { importId, by }) => {
	const tx = anybody.as({ actor: by, now: anybody.now });
	const decided = await waiting(tx, importId);
	if (!decided) return;
	const feed = await holdFeed(tx, decided);
	if (!(await waiting(tx, importId))) return;
	if (basisOf(await knownListings(tx.db, feed.id)) !== decided.basis) {
		if (decided.listings) await prepare(tx, importId, unpacked(decided.listings));
		return;
	}

	await sql`savepoint before_list`.execute(tx.db);
	const outcome = await applyChanges(tx, importId, feed, telling(tx, importId));
	if (outcome === 'done') return await noteDone(tx, importId, feed);
	await sql`rollback to savepoint before_list`.execute(tx.db);
	await tx.db
		.updateTable('import')
		.set({ state: 'stopped', content: null, listings: null })
		.where('id', '=', importId)
		.execute();
});

const waiting = (tx: Tx, importId: ImportId) =>
	tx.db
		.selectFrom('import')
		.select(['slug', 'source', 'zone', 'basis', 'listings'])
		.where('id', '=', importId)
		.where('state', '=', 'coming-in')
		.executeTakeFirst();

/** What tells how far an import is. A transaction shows others nothing before its end, but for the name of its connection. */
export const tellingOf = (importId: ImportId) => `bringing in ${importId}`;

const telling =
	(tx: Tx, importId: ImportId): Progress =>
	async (done, of) => {
		const name = `${tellingOf(importId)} ${done}/${of}`;
		await sql`select set_config('application_name', ${name}, true)`.execute(tx.db);
		const { stop } = await tx.db
			.selectFrom('import')
			.select('stop')
			.where('id', '=', importId)
			.executeTakeFirstOrThrow();
		return stop ? 'stop' : 'go-on';
	};
