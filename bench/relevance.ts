import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { filtersIn } from '#features/directory/forms.ts';
import { search } from '#features/directory/server/search.ts';
import { connect, openConnections, transact, type Spine } from '#platform/db.ts';
import { migrate, migrationsIn } from '#platform/migrate.ts';
import { startEmbedded } from '#platform/postgres/embedded.ts';
import { newKey } from '#platform/seal.ts';
import { Vault } from '#platform/vault.ts';
import { seedDirectory } from '../db/seed-directory.ts';
import { Report } from './measuring/report.ts';
import statements from './relevance/statements.json' with { type: 'json' };

/**
 * How well what is found fits what people say: needs in their own words, each with the listings of the demo that would
 * suit, graded from 1 (something) to 3 (just this). nDCG@10 (Järvelin and Kekäläinen, 2002) with gains of 2^grade − 1; 1 is
 * the best order there is. Beside it the finder without BM25, and PostgreSQL’s own search.
 */
const { values } = parseArgs({
	options: { keep: { type: 'boolean', default: true }, each: { type: 'boolean', default: false } },
	allowNegative: true,
});
const now = new Date('2026-11-22T18:00:00Z');
const grades = statements as readonly { says: string; locale: string; fits: Record<string, number> }[];

const folder = await mkdtemp(join(tmpdir(), 'hearten-relevance-'));
const server = await startEmbedded(join(folder, 'pg'), { durable: false });
const connections = openConnections(server, { max: 2 });
try {
	await migrate(server, await migrationsIn('db/migrations'));
	const spine: Spine = {
		db: connect(connections),
		vault: new Vault([{ name: 'bench', key: newKey() }]),
		reactions: [],
	};
	await transact(spine, { actor: null, now }, seedDirectory);
	await measure(spine);
} finally {
	await connections.end({ timeout: 5 });
	await server.stop();
	await rm(folder, { recursive: true, force: true });
}

async function measure(spine: Spine) {
	const slugs = new Map(
		(await spine.db.selectFrom('listing').select(['id', 'slug']).execute()).map(({ id, slug }) => [
			id as string,
			slug,
		]),
	);
	const finder = (bm25: boolean) => async (says: string, locale: string) => {
		const asking = { viewer: null, now, zone: 'Europe/London', locale };
		const { ranked } = await search(spine.db, filtersIn(new URLSearchParams({ q: says })), asking, { bm25 });
		return ranked.map(({ id }) => slugs.get(id)!);
	};
	const ways = {
		'the finder': finder(true),
		'without BM25': finder(false),
		'PostgreSQL’s ts_rank': (says: string) => byTsRank(spine, says),
	};
	const rows = [];
	for (const [way, find] of Object.entries(ways)) {
		const scores: { locale: string; score: number; first: boolean }[] = [];
		for (const { says, locale, fits } of grades) {
			const found = await find(says, locale);
			const score = ndcg(found, fits);
			scores.push({ locale, score, first: (fits[found[0] ?? ''] ?? 0) === 3 });
			if (values.each && way === 'the finder')
				console.log(score.toFixed(2), says, '→', found.slice(0, 5).join(', '));
		}
		const of = (locale?: string) =>
			mean(scores.filter((each) => !locale || each.locale === locale).map(({ score }) => score));
		rows.push([
			way,
			of(),
			of('en'),
			of('es'),
			`${scores.filter(({ first }) => first).length} of ${scores.length}`,
		]);
	}
	const report = new Report(
		'What is found, judged',
		`\`script/bench relevance\`: ${grades.length} needs, ${grades.filter(({ locale }) => locale === 'es').length} of them in Spanish, over the ${slugs.size} listings of the demo.`,
	);
	report.table('nDCG@10', ['', 'all', 'English', 'Spanish', 'first one just right'], rows);
	if (values.keep) report.keepAs('relevance');
}

/** The plain way: English stems, any of the words, PostgreSQL’s own rank. */
async function byTsRank(spine: Spine, says: string): Promise<string[]> {
	const { rows } = await sql<{ slug: string }>`
		select slug
		from (
			select slug, to_tsvector('english', concat_ws(' ', name, about, array_to_string(topics, ' '), region, place)) as words from listing
		) listing, (select replace(plainto_tsquery('english', ${says})::text, '&', '|')::tsquery as query) asked
		where words @@ asked.query
		order by ts_rank(words, asked.query) desc, slug
		limit 10`.execute(spine.db);
	return rows.map(({ slug }) => slug);
}

function ndcg(found: readonly string[], fits: Readonly<Record<string, number>>): number {
	const gain = (some: readonly number[]) =>
		some.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
	return gain(found.map((slug) => fits[slug] ?? 0)) / gain(Object.values(fits).toSorted((a, b) => b - a));
}

function mean(some: readonly number[]) {
	return some.reduce((sum, each) => sum + each, 0) / some.length;
}
