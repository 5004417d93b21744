import { sql } from 'kysely';
import type { Reader } from '#platform/db.ts';
import { revived, type ChangeKind } from '../comparing.ts';
import type { ImportId } from '../events.ts';
import { lostMost } from '../import.ts';
import { tellingOf } from './bring-in.ts';

/** Every list that is here, with what waits for somebody. */
export const listsHere = (db: Reader) =>
	db
		.selectFrom('feed')
		.select((row) => [
			'feed.slug',
			'feed.source',
			'feed.format',
			'feed.every',
			'feed.problem',
			'feed.changed_at as changedAt',
			'feed.looked_at as lookedAt',
			row
				.selectFrom('listing')
				.select((count) => count.fn.countAll<number>().as('count'))
				.whereRef('listing.feed_id', '=', 'feed.id')
				.as('count'),
			row
				.selectFrom('import')
				.select('import.id')
				.whereRef('import.feed_id', '=', 'feed.id')
				.where('import.state', '=', 'held')
				.limit(1)
				.as('held'),
		])
		.orderBy('feed.slug')
		.execute();

const RECENT = 20;

/** What was brought in, or is about to be, the latest first. */
export const recentImports = (db: Reader) =>
	db
		.selectFrom('import')
		.select(['id', 'slug', 'state', 'added', 'changed', 'gone', 'made_at as madeAt', 'done_at as doneAt'])
		.orderBy('made_at', 'desc')
		.limit(RECENT)
		.execute();

/** One import, as its page tells of it. */
export async function importById(db: Reader, id: ImportId) {
	const row = await db
		.selectFrom('import')
		.leftJoin('feed', 'feed.slug', 'import.slug')
		.select([
			...(['import.id', 'import.slug', 'import.source', 'import.format', 'import.state'] as const),
			...(['import.basis', 'import.refusal', 'import.left_out as leftOut', 'import.stop'] as const),
			...(['import.rows', 'import.added', 'import.changed', 'import.same', 'import.gone'] as const),
			...(['import.kept', 'import.made_at as madeAt', 'import.done_at as doneAt'] as const),
			'feed.id as feedId',
			'feed.every',
		])
		.where('import.id', '=', id)
		.executeTakeFirst();
	if (!row) return undefined;
	const { feedId, leftOut, ...rest } = row;
	// All that was here is either said again, or gone.
	const before = row.changed + row.same + row.gone;
	return {
		...rest,
		leftOut: leftOut.rows,
		isNew: feedId === null,
		lostMost: lostMost({ gone: row.gone, before }),
		before,
		progress: row.state === 'coming-in' ? await progressOf(db, id) : undefined,
		canUndo: row.state === 'done' && feedId !== null && (await isLast(db, id, row.slug)),
	};
}

async function isLast(db: Reader, id: ImportId, slug: string): Promise<boolean> {
	const last = await db
		.selectFrom('import')
		.innerJoin('feed', 'feed.id', 'import.feed_id')
		.select('import.id')
		.where('feed.slug', '=', slug)
		.where('import.state', '=', 'done')
		.orderBy('import.done_at', 'desc')
		.orderBy('import.id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return last?.id === id;
}

async function progressOf(db: Reader, id: ImportId): Promise<{ done: number; of: number } | undefined> {
	const {
		rows: [row],
	} = await sql<{ name: string }>`
		select application_name as name from pg_stat_activity where application_name like ${`${tellingOf(id)} %`}
	`.execute(db);
	const [done, of] = row?.name.split(' ').at(-1)?.split('/').map(Number) ?? [];
	return done === undefined || of === undefined ? undefined : { done, of };
}

const PAGE = 50;

const HAS_TWINS = sql<boolean>`jsonb_array_length(twins -> 'found') > 0`;

/** What an import does to listings, one kind of change at a time; what only their list says differently is not shown. */
export async function changesIn(
	db: Reader,
	importId: ImportId,
	{ kind, page }: { kind: ChangeKind | 'kept' | 'twins'; page: number },
) {
	const rows = await db
		.selectFrom('import_change')
		.select(['slug', 'change', 'before', 'after', 'says', 'fields', 'kept', 'twins'])
		.where('import_id', '=', importId)
		.where((row) =>
			kind === 'kept'
				? row.and([row('kept', '<>', sql<never>`'{}'`), row('change', '<>', 'gone')])
				: kind === 'twins'
					? HAS_TWINS
					: row('change', '=', kind),
		)
		.orderBy('slug')
		.limit(PAGE + 1)
		.offset((page - 1) * PAGE)
		.execute();
	return {
		more: rows.length > PAGE,
		changes: rows.slice(0, PAGE).map(({ before, after, says, twins, ...row }) => ({
			...row,
			twins: twins.found,
			before: before && revived(before),
			after: after && revived(after),
			says: says && revived(says),
		})),
	};
}

export type ChangeTold = Awaited<ReturnType<typeof changesIn>>['changes'][number];

/** How many new listings may be here already. */
export async function countTwins(db: Reader, importId: ImportId): Promise<number> {
	const { count } = await db
		.selectFrom('import_change')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('import_id', '=', importId)
		.where(HAS_TWINS)
		.executeTakeFirstOrThrow();
	return count;
}
