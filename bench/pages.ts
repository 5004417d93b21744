import autocannon from 'autocannon';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { rightNow } from '#platform/time.ts';
import { Hearten } from '../test/hearten.ts';
import { asBrowsersDo, visit, type Visit } from './measuring/first-visit.ts';
import { settle } from '../test/settle.ts';
import { since, spentBy } from './measuring/processes.ts';
import { percentile, Report } from './measuring/report.ts';

/**
 * What a first visit weighs, and how many pages a second there are, in a neighbourhood of 1,000 circles and 100,000
 * messages. Beside each figure, that of a bare server that says the same bytes without doing anything for them.
 */
const { values } = parseArgs({
	options: {
		circles: { type: 'string', default: '1000' },
		messages: { type: 'string', default: '100000' },
		seconds: { type: 'string', default: '5' },
		at: { type: 'string', default: '25' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const seconds = Number(values.seconds);
const concurrent = Number(values.at);

const hearten = await Hearten.start();
const bare = fork(new URL('./measuring/bare-pages.ts', import.meta.url));
try {
	const [{ port }] = (await once(bare, 'message')) as [{ port: number }];
	await measure(`http://127.0.0.1:${port}`);
} finally {
	bare.disconnect();
	await hearten.remove();
}

interface Case {
	name: string;
	path: string;
	cookie?: string;
	/** Whether something on it is live, so that it may bring a script. */
	live?: boolean;
}

async function measure(bareOrigin: string) {
	const spine = await hearten.spine();
	const size = {
		people: 2000,
		circles: Number(values.circles),
		messages: Number(values.messages),
		seated: 8,
	};
	const { circles } = await settle(spine, { ...size, first: 12 }, rightNow());
	// As the database does by itself after a while.
	await hearten.analyse();

	const [place] = circles;
	const cookie = await hearten.cookieOf(spine, place!.seated[1]!);
	const circle = `/circles/${place!.slug}`;
	const cases: Case[] = [
		{ name: 'front page', path: '/' },
		{ name: 'circle list', path: '/circles' },
		{ name: 'a circle', path: circle },
		{ name: 'front page, signed in', path: '/', cookie, live: true },
		{ name: 'circle list, signed in', path: '/circles', cookie },
		{ name: 'a circle, signed in', path: circle, cookie },
		{ name: 'its conversation, signed in', path: `${circle}/talk`, cookie, live: true },
	];

	const report = new Report(
		'Pages',
		`\`script/bench pages\`: ${size.circles.toLocaleString('en')} circles, ${size.messages.toLocaleString('en')} messages, each sealed; the circle measured has 12 seats and a tenth of the messages.`,
	);
	const visits = new Map<Case, Visit>();
	for (const each of cases) visits.set(each, await visit(hearten.origin, each.path, headersOf(each)));
	report.table(
		'A first visit',
		['page', 'HTML', 'CSS', 'icon', 'JavaScript files', 'together', 'inline script, in the HTML', 'is'],
		[...visits].map(([{ name, live }, { page, ...bytes }]) => [
			name,
			bytes.html,
			bytes.css,
			bytes.icon,
			bytes.javascript,
			bytes.total,
			bytes.inline,
			verdict(page.status, bytes, live ?? false),
		]),
	);
	report.say(
		'Bytes over the wire with `accept-encoding` as browsers send it, response headers included, each answer on its own connection. At most 60,000 together; no JavaScript file where nothing is live. The inline script is the quick exit, before compression.',
	);

	const rows = [];
	for (const each of cases) {
		const { page } = visits.get(each)!;
		const ours = await load(hearten.origin, each, hearten.pid);
		await tell(bare, page);
		const theirs = await load(bareOrigin, each, bare.pid!);
		rows.push([
			each.name,
			ours.aSecond,
			ours.p50,
			ours.p95,
			ours.server,
			ours.postgres,
			ours.failed,
			theirs.aSecond,
			theirs.p95,
			theirs.server,
		]);
	}
	report.table(
		`${concurrent} at once, for ${seconds} seconds each`,
		[
			'page',
			'a second',
			'p50 ms',
			'p95 ms',
			'CPU ms a page, server',
			'CPU ms a page, PostgreSQL',
			'not 200',
			'bare: a second',
			'bare: p95 ms',
			'bare: CPU ms a page',
		],
		rows,
	);
	if (values.keep) report.keepAs('pages');
}

function headersOf({ cookie }: Case): Record<string, string> {
	return cookie ? { cookie } : {};
}

function verdict(status: number, bytes: { total: number; javascript: number }, live: boolean): string {
	if (status !== 200) return `not well: ${status}`;
	if (bytes.javascript > (live ? 60_000 : 0)) return 'too much script';
	return bytes.total <= 60_000 ? 'well' : 'too heavy';
}

/** The first 200, which are not counted, warm it up. */
async function load(origin: string, each: Case, pid: number) {
	await fire(origin, each, { amount: 200 });
	const before = spentBy(pid);
	const { times, failed } = await fire(origin, each, { duration: seconds });
	const spent = since(before, spentBy(pid));
	const pages = Math.max(1, times.length);
	return {
		aSecond: times.length / seconds,
		p50: percentile(times, 0.5),
		p95: percentile(times, 0.95),
		server: (spent.server * 1000) / pages,
		postgres: (spent.postgres * 1000) / pages,
		failed,
	};
}

function fire(origin: string, each: Case, howLong: { duration: number } | { amount: number }) {
	const times: number[] = [];
	let failed = 0;
	return new Promise<{ times: number[]; failed: number }>((resolve, reject) => {
		const firing = autocannon(
			{
				url: new URL(each.path, origin).href,
				connections: concurrent,
				...howLong,
				headers: { ...asBrowsersDo, ...headersOf(each) },
			},
			(error) => (error ? reject(error) : resolve({ times, failed })),
		);
		firing.on('response', (_client, status, _bytes, time) => {
			times.push(time);
			if (status !== 200) failed++;
		});
	});
}

/** Gives the bare server the very answer that Hearten gave. */
async function tell(server: ChildProcess, { headers, raw }: Visit['page']) {
	const same = Object.entries(headers).filter(
		([name]) => !['transfer-encoding', 'date', 'connection'].includes(name),
	);
	server.send({
		headers: { ...Object.fromEntries(same), 'content-length': String(raw.length) },
		body: raw.toString('base64'),
	});
	await once(server, 'message');
}
