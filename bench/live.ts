import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { rightNow } from '#platform/time.ts';
import { Hearten } from '../test/hearten.ts';
import { settle } from '../test/settle.ts';
import { residentOf, since, spentBy, type Spent } from './measuring/processes.ts';
import { percentile, Report } from './measuring/report.ts';
import type { Order, Told } from './measuring/watchers.ts';

/**
 * How live a conversation is: ten messages a second in a circle of 12 and in one of 500, how soon everybody has them, and
 * what that takes. Beside it, in the same run, two servers that do nothing else: one that only passes on, and one that
 * commits each message first.
 */
const { values } = parseArgs({
	options: {
		watchers: { type: 'string', default: '12,500' },
		'per-second': { type: 'string', default: '10' },
		seconds: { type: 'string', default: '20' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const perSecond = Number(values['per-second']);
const seconds = Number(values.seconds);
const messages = perSecond * seconds;

const report = new Report(
	'Live',
	`\`script/bench live\`: ${perSecond} messages a second for ${seconds} seconds, by twelve people in turn, through the form that pages send.`,
);
const rows: (string | number)[][] = [];
for (const count of values.watchers.split(',').map(Number)) {
	rows.push(await hearten(count));
	rows.push(await bare(count, 'bare, passes on', false));
	rows.push(await bare(count, 'bare, commits first', true));
}
report.table(
	'Deliveries',
	[
		'watchers',
		'server',
		'expected',
		'delivered',
		'lost',
		'doubled',
		'in another order',
		'p50 ms',
		'p95 ms',
		'p99 ms',
		'CPU s per 1,000, server',
		'CPU s per 1,000, PostgreSQL',
		'CPU ms a message, both',
		'kB a connection',
	],
	rows,
);
report.say(
	'From the moment a sender posts to the moment a socket has the words, all processes on the same cores. CPU includes taking the message in: for Hearten the session, the rule, the number, the seal, the fact and the nudge. Memory is what the process grew by while the sockets opened, divided by them; a garbage collection can make that less than nothing.',
);
if (values.keep) report.keepAs('live');

/** A server to be measured. */
interface Server {
	pid: number;
	order: Order;
	post(n: number, body: string): Promise<void>;
	/** Of the server itself, and of its database, which may be somebody else’s child. */
	spent(): Spent;
}

async function hearten(count: number) {
	const app = await Hearten.start();
	try {
		const spine = await app.spine();
		const size = { people: count + 20, circles: 1, messages: 0, seated: count };
		const { circles } = await settle(spine, size, rightNow());
		const [circle] = circles;
		const cookies: string[] = [];
		for (const person of circle!.seated) cookies.push(await app.cookieOf(spine, person));
		await app.analyse();
		const talk = `${app.origin}/circles/${circle!.slug}/talk?/say`;
		return await measure('Hearten', count, {
			pid: app.pid,
			order: {
				address: `${app.origin.replace('http', 'ws')}/live`,
				origin: app.origin,
				cookies,
				ask: JSON.stringify({ watch: `circle:${circle!.id}` }),
			},
			async post(n, body) {
				const { status } = await fetch(talk, {
					method: 'POST',
					body: new URLSearchParams({ body, contentNote: '', replyTo: '', clientId: randomUUID() }),
					headers: {
						origin: app.origin,
						cookie: cookies[n % 12]!,
						accept: 'application/json',
						'x-sveltekit-action': 'true',
					},
				});
				if (status !== 200) throw new Error(`A message was not taken: ${status}`);
			},
			spent: () => spentBy(app.pid),
		});
	} finally {
		await app.remove();
	}
}

async function bare(count: number, name: string, commits: boolean) {
	// Its database is one of the same kind, made the same way.
	const lender = commits ? await Hearten.start() : undefined;
	const server = fork(new URL('./measuring/bare-sockets.ts', import.meta.url), {
		env: {
			...process.env,
			...(lender && { BARE_DATABASE: JSON.stringify(await lender.whereabouts()) }),
		},
	});
	try {
		const [{ port }] = (await once(server, 'message')) as [{ port: number }];
		const origin = `http://127.0.0.1:${port}`;
		return await measure(name, count, {
			pid: server.pid!,
			order: {
				address: origin.replace('http', 'ws'),
				origin,
				cookies: Array.from({ length: count }, () => ''),
				ask: undefined,
			},
			async post(_, body) {
				await (await fetch(origin, { method: 'POST', body })).text();
			},
			spent: () => ({
				server: spentBy(server.pid!).server,
				postgres: lender ? spentBy(lender.pid).postgres : 0,
			}),
		});
	} finally {
		server.disconnect();
		await lender?.remove();
	}
}

async function measure(name: string, count: number, server: Server) {
	const crowd = fork(new URL('./measuring/watchers.ts', import.meta.url));
	try {
		// What the first requests make a process load is not what a connection takes.
		await server.post(0, `${now()} the first`);
		const before = residentOf(server.pid);
		await told(crowd, server.order);
		const grown = residentOf(server.pid) - before;

		const from = server.spent();
		const posting: Promise<void>[] = [];
		const begun = performance.now();
		for (let n = 0; n < messages; n++) {
			await pause(Math.max(0, begun + (n * 1000) / perSecond - performance.now()));
			posting.push(
				server.post(n, `${now()} and some words of the length that people usually write here, no more.`),
			);
		}
		await Promise.all(posting);
		await pause(1_500);
		const spent = since(from, server.spent());
		const found = await told<Told>(crowd, 'tell');
		return rowOf(name, count, found, spent, grown);
	} finally {
		crowd.disconnect();
	}
}

function rowOf(name: string, count: number, found: Told, spent: Spent, grown: number) {
	const expected = messages * count;
	const per1000 = (cpu: number) => (cpu * 1000) / Math.max(1, found.deliveries);
	return [
		count,
		name,
		expected,
		found.deliveries,
		expected - (found.deliveries - found.doubled),
		found.doubled,
		found.disordered,
		...[0.5, 0.95, 0.99].map((share) => percentile(found.latencies, share)),
		per1000(spent.server),
		per1000(spent.postgres),
		((spent.server + spent.postgres) * 1000) / messages,
		grown / count / 1024,
	];
}

async function told<Answer>(process: ChildProcess, what: Order | 'tell'): Promise<Answer> {
	process.send(what);
	const [answer] = (await once(process, 'message')) as [Answer];
	return answer;
}

/** Milliseconds on a clock that all processes of one machine share. */
function now() {
	return performance.timeOrigin + performance.now();
}
