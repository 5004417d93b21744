import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import { fetchingJob, job } from '#platform/job.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { after, days, hours } from '#platform/time.ts';
import type { FeedId } from '../events.ts';
import { lostMost, type Often, type Problem } from '../import.ts';
import { applyChanges, noteDone } from './apply-import.ts';
import { holdFeed } from './hold-feed.ts';
import { fetchedList, prepare } from './prepare-import.ts';
import type { Text } from './read-list.ts';

/** Has the address of a list looked at every day or week, or no longer. */
export async function lookOften(
	tx: Tx,
	{ slug, every }: { slug: string; every: Often | null },
): Promise<object | Refused<'not-here' | 'not-an-address'>> {
	const feed = await tx.db
		.selectFrom('feed')
		.select(['id', 'source'])
		.where('slug', '=', slug)
		.forUpdate()
		.executeTakeFirst();
	if (!feed) return refuse('not-here');
	if (every && !/^https?:\/\//i.test(feed.source)) return refuse('not-an-address');
	await tx.db.updateTable('feed').set({ every, problem: null }).where('id', '=', feed.id).execute();
	return {};
}

/** A day and an hour apart would soon be never at night. */
const due = { day: hours(23), week: days(7) - hours(1) } as const;

/** Leaves a look for each list whose time has come. */
export const lookAtLists = job(
	'directory.look-at-lists',
	z.object({}),
	async (tx) => {
		for (const every of ['day', 'week'] as const) {
			const lists = await tx.db
				.selectFrom('feed')
				.select('id')
				.where('every', '=', every)
				.where((row) =>
					row.or([row('looked_at', 'is', null), row('looked_at', '<=', after(tx.now, -due[every]))]),
				)
				.execute();
			for (const { id } of lists)
				await tx.enqueue(lookAtList, { feedId: id }, { key: `directory.look-at-list ${id}` });
		}
	},
	{ every: '23 * * * *' },
);

/**
 * Looks whether the address of a list says something else than the last time, and brings that in. What was edited here
 * stays. A list that has lost more than half of what it had waits for somebody.
 */
export const lookAtList = fetchingJob(
	'directory.look-at-list',
	z.object({ feedId: z.uuid().transform((id) => id as FeedId) }),
	{
		async fetch(db, { feedId }): Promise<Text | Problem> {
			const feed = await db
				.selectFrom('feed')
				.select(['source', 'etag', 'last_modified'])
				.where('id', '=', feedId)
				.where('every', 'is not', null)
				.executeTakeFirst();
			if (!feed) return { refused: 'not-here' };
			const { etag, last_modified: lastModified } = feed;
			return await fetchedList(feed.source, { ...(etag && { etag }), ...(lastModified && { lastModified }) });
		},
		async run(tx, { feedId }, read) {
			const known = await tx.db
				.selectFrom('feed')
				.select(['slug', 'source', 'zone'])
				.where('id', '=', feedId)
				.where('every', 'is not', null)
				.executeTakeFirst();
			if (!known) return;
			const problem = 'refused' in read ? read : await bringInUnseen(tx, known, read);
			await tx.db
				.updateTable('feed')
				.set({ looked_at: tx.now, problem: problem?.refused === 'unchanged' ? null : (problem ?? null) })
				.where('id', '=', feedId)
				.execute();
		},
	},
);

async function bringInUnseen(
	tx: Tx,
	called: { slug: string; source: string; zone: string | null },
	read: Text,
): Promise<Problem | undefined> {
	const feed = await holdFeed(tx, called);
	// Whatever waits for somebody is about an older version of the list than this.
	await tx.db.deleteFrom('import').where('feed_id', '=', feed.id).where('state', '=', 'held').execute();
	const id = tx.newId<'import'>();
	await tx.db
		.insertInto('import')
		.values({ id, ...called, state: 'reading', made_at: tx.now })
		.execute();
	const prepared = await prepare(tx, id, read);
	const forget = () => tx.db.deleteFrom('import').where('id', '=', id).execute();
	if ('problem' in prepared) {
		await forget();
		return prepared.problem;
	}

	const { added, changed, gone } = prepared.counted;
	if (lostMost({ gone, before: prepared.before })) {
		await tx.db.updateTable('import').set({ state: 'held' }).where('id', '=', id).execute();
		return { refused: 'most-gone' };
	}
	await applyChanges(tx, id, feed);
	if (added + changed + gone > 0) await noteDone(tx, id, feed);
	else {
		await tx.db
			.updateTable('feed')
			.set({ etag: read.etag ?? null, last_modified: read.lastModified ?? null })
			.where('id', '=', feed.id)
			.execute();
		await forget();
	}
	return undefined;
}

/** A comparison that nobody decided on says less every day; what was done can be taken back for a season. */
export const forgetImports = job(
	'directory.forget-imports',
	z.object({}),
	async (tx) => {
		await tx.db
			.deleteFrom('import')
			.where((row) =>
				row.or([
					row.and([
						row('state', 'in', ['reading', 'refused', 'ready', 'stopped']),
						row('made_at', '<', after(tx.now, -days(7))),
					]),
					row('made_at', '<', after(tx.now, -days(90))),
				]),
			)
			.execute();
	},
	{ every: '41 3 * * *' },
);
