import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Listing } from '#features/directory/listing.ts';
import { filtersIn } from '#features/directory/forms.ts';
import { countWords } from '#features/directory/server/count-words.ts';
import { find } from '#features/directory/server/queries.ts';
import { writeListings } from '#features/directory/server/write-listings.ts';
import { transact, type Spine } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { Hearten } from '../test/hearten.ts';
import { manyListings, questions } from './directory/many-listings.ts';
import { asBrowsersDo } from './measuring/first-visit.ts';
import { since, spentBy } from './measuring/processes.ts';
import { percentile, Report } from './measuring/report.ts';

/**
 * How long finding takes, and what it costs, at 1,000, 10,000 and 100,000 listings: 200 mixed questions, each asked of the
 * database alone and as a whole page, one after the other. Beside it the naive way: `like` on all the words of each row.
 * HEARTEN_FEEDS may name a folder with los-angeles.json, for real names and places.
 */
const { values } = parseArgs({
	options: {
		sizes: { type: 'string', default: '1000,10000,100000' },
		questions: { type: 'string', default: '200' },
		seed: { type: 'string', default: '1' },
		kinds: { type: 'boolean', default: true },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const folder = process.env.HEARTEN_FEEDS;
const seed = Number(values.seed);
const AT_ONCE = 500;

const report = new Report(
	'Finding',
	`\`script/bench directory\`: listings made up of ${folder ? 'the names and places of a real list' : 'made-up wording'} crossed with 22 topics, ${values.questions} mixed questions, seed ${seed}.`,
);
const rows = [];
for (const size of values.sizes.split(',').map(Number)) rows.push(await measure(size));
report.table(
	'One question after the other',
	[
		'listings',
		'brought in, seconds',
		'of which CPU',
		'listings, MB',
		'to find them by, MB',
		'database: p50 ms',
		'database: p95 ms',
		'CPU ms a question, Node',
		'CPU ms a question, PostgreSQL',
		'page: p50 ms',
		'page: p95 ms',
		'CPU ms a page',
		'naive database: p50 ms',
		'naive database: p95 ms',
	],
	rows,
);
report.say(
	'“Database” is one search with all its queries, from asking to the 25 listings of a page, weighing included. “Page” is the whole answer over HTTP. “Naive” is `like` on the words of each row, in the order of names, for the same words, counting included; it knows nothing of time, place or spelling.',
);
if (values.keep) report.keepAs('directory');

async function measure(size: number) {
	const hearten = await Hearten.start({ HEARTEN_LOG: 'silent' });
	try {
		const spine = await hearten.spine();
		const work = working(hearten);
		const seconds = await bringIn(spine, size);
		const spentBringingIn = work();
		await hearten.analyse();
		const asked = questions(Number(values.questions), { seed, folder });
		const now = rightNow();
		const asking = { viewer: null, now, zone: 'Europe/London', locale: 'en' };
		const ask = (query: string) => find(spine.db, filtersIn(new URLSearchParams(query)), asking);

		for (const { query } of asked.slice(0, 40)) await ask(query);
		const searching = working(hearten);
		const searches = await timed(asked, ({ query }) => ask(query));
		const spent = searching();
		const naive = await timed(asked, ({ query }) =>
			naively(spine, new URLSearchParams(query).get('q') ?? ''),
		);
		for (const { query } of asked.slice(0, 40)) await page(hearten, query);
		const paging = working(hearten);
		const pages = await timed(asked, ({ query }) => page(hearten, query));
		const spentOnPages = paging();
		if (values.kinds) tellKinds(size, asked, searches, pages);
		const { listings, finding } = await sizes(spine);
		return [
			size,
			seconds,
			spentBringingIn.here + spentBringingIn.postgres,
			listings,
			finding,
			percentile(searches, 0.5),
			percentile(searches, 0.95),
			(spent.here * 1000) / asked.length,
			(spent.postgres * 1000) / asked.length,
			percentile(pages, 0.5),
			percentile(pages, 0.95),
			((spentOnPages.server + spentOnPages.postgres) * 1000) / asked.length,
			percentile(naive, 0.5),
			percentile(naive, 0.95),
		];
	} finally {
		await hearten.remove();
	}
}

/** The work of the processor until it is asked: here, in the server, and in its PostgreSQL; seconds. */
function working(hearten: Hearten) {
	const before = spentBy(hearten.pid);
	const here = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(here);
		return { ...since(before, spentBy(hearten.pid)), here: (user + system) / 1e6 };
	};
}

async function bringIn(spine: Spine, size: number): Promise<number> {
	const began = performance.now();
	const occasion = { actor: null, now: rightNow() };
	await transact(spine, occasion, async (tx) => {
		const bodyId = tx.newId<'service-body'>();
		const body = { id: bodyId, slug: 'everywhere', name: 'Everywhere', zone: null, made_at: tx.now };
		await tx.db.insertInto('service_body').values(body).execute();
		let some: Listing[] = [];
		const write = async () => {
			await writeListings(tx, { bodyId, feedId: null }, some);
			some = [];
		};
		for (const listing of manyListings(size, { seed, folder }))
			if (some.push(listing) === AT_ONCE) await write();
		if (some.length > 0) await write();
		return {};
	});
	await transact(spine, occasion, async (tx) => {
		await countWords.run(tx, {});
		return {};
	});
	return (performance.now() - began) / 1000;
}

async function timed<Of>(some: readonly Of[], ask: (each: Of) => Promise<unknown>): Promise<number[]> {
	const times = [];
	for (const each of some) {
		const began = performance.now();
		await ask(each);
		times.push(performance.now() - began);
	}
	return times;
}

async function page(hearten: Hearten, query: string) {
	const answer = await fetch(`${hearten.origin}/find?${query}`, { headers: asBrowsersDo });
	if (answer.status !== 200) throw new Error(`/find?${query} answered ${answer.status}.`);
	await answer.arrayBuffer();
}

async function naively(spine: Spine, text: string) {
	const words = text.toLowerCase().split(/\s+/).filter(Boolean);
	const fits = sql.join(
		[
			sql`true`,
			...words.map(
				(word) =>
					sql`concat_ws(' ', name, group_name, about, place, address, region, notes) ilike ${`%${word}%`}`,
			),
		],
		sql` and `,
	);
	await sql`select * from listing where ${fits} order by name limit 25`.execute(spine.db);
	await sql`select count(*) from listing where ${fits}`.execute(spine.db);
}

async function sizes(spine: Spine) {
	const {
		rows: [row],
	} = await sql<{ listings: number; finding: number }>`select
		pg_total_relation_size('listing') / 1000000.0::float8 as listings,
		(pg_total_relation_size('finding') + pg_total_relation_size('coming') + pg_total_relation_size('vocabulary')) / 1000000.0::float8 as finding`.execute(
		spine.db,
	);
	return { listings: row!.listings, finding: row!.finding };
}

function tellKinds(
	size: number,
	asked: readonly { kind: string }[],
	searches: readonly number[],
	pages: readonly number[],
) {
	const kinds = Object.keys(Object.groupBy(asked, ({ kind }) => kind));
	const of = (kind: string, times: readonly number[]) => times.filter((_, n) => asked[n]!.kind === kind);
	report.table(
		`By kind of question, ${size.toLocaleString('en')} listings`,
		['question', 'database: p50 ms', 'database: worst ms', 'page: p50 ms', 'page: worst ms'],
		kinds.map((kind) => [
			kind,
			percentile(of(kind, searches), 0.5),
			Math.max(...of(kind, searches)),
			percentile(of(kind, pages), 0.5),
			Math.max(...of(kind, pages)),
		]),
	);
}
