import { parseArgs } from 'node:util';
import { Hearten } from '../test/hearten.ts';
import { heartenAt, openBare, settleRooms, type Room, type Server } from './measuring/live-servers.ts';
import {
	burst,
	closedLoop,
	Crowd,
	put,
	steady,
	warmUp,
	type Findings,
	type Load,
} from './measuring/loads.ts';
import { Report } from './measuring/report.ts';
import { tidied, tidying } from './measuring/tidied.ts';

/**
 * What a live conversation takes and how soon it arrives: rooms of 10 to 5,000 watchers, a hundred circles, a burst, a
 * closed loop, opening sockets and keeping them. Beside each figure, in the same run, two servers that do nothing else:
 * one that only passes on, and one that commits each message first.
 *   --rooms 10,100  --only rooms,circles,burst,loop,idle  --seconds 8
 *   --only loop --no-bare --no-keep --node='--cpu-prof --cpu-prof-dir=/tmp/profile'
 */
const { values } = parseArgs({
	options: {
		rooms: { type: 'string', default: '10,100,1000,5000' },
		only: { type: 'string', default: 'rooms,circles,burst,loop,idle' },
		'per-second': { type: 'string', default: '10' },
		seconds: { type: 'string', default: '8' },
		idle: { type: 'string', default: '3000' },
		node: { type: 'string', default: '' },
		bare: { type: 'boolean', default: true },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const only = values.only.split(',');
const seconds = Number(values.seconds);
const perSecond = Number(values['per-second']);

const report = new Report(
	'Live',
	`\`script/bench live\`: texts of 120 bytes, by everybody in the room in turn, each with a session of their own, through the form that pages send. Each server was warmed up with 1,500 messages in another room.`,
);

const heads = [
	'load',
	'server',
	'expected',
	'delivered',
	'lost',
	'doubled',
	'reordered',
	'another sequence',
	'p50 ms',
	'p95 ms',
	'p99 ms',
	'deliveries per CPU s',
	'ratio',
	'CPU ms a message, server',
	'CPU ms a message, database',
	'messages a second',
	'CPU ms a join',
];

if (only.some((name) => name !== 'idle')) await compareLoads();
if (only.includes('idle')) await compareIdle();
if (values.keep) report.keepAs('live');

async function compareLoads() {
	const hearten = await Hearten.start({ NODE_ARGUMENTS: values.node });
	try {
		const { loads, first } = await loadsOn(hearten);
		await warmUp(heartenAt(hearten), first);
		const rows: (string | number)[][] = [];
		for (const load of loads) {
			const ours = await put(heartenAt(hearten), load);
			if (!values.bare) {
				rows.push(rowOf(load, 'Hearten', ours, undefined));
				continue;
			}
			const durable = await bare('bare, commits first', { load, first, lender: hearten });
			const passing = await bare('bare, passes on', { load, first });
			rows.push(rowOf(load, 'Hearten', ours, durable));
			rows.push(rowOf(load, 'bare, commits first', durable, undefined));
			rows.push(rowOf(load, 'bare, passes on', passing, undefined));
		}
		report.table('Deliveries', heads, rows);
		report.say(
			'From the moment a sender posts to the moment a socket has the words, all processes on the same cores. The processor’s time is that of the server and of its database, in user and system mode, taking the message in included: for Hearten the session, the rule, the number, the seal, the fact and the nudge. *Reordered*: lines heard after a later one. *Another sequence*: sockets that heard another order than their neighbours. The ratio is deliveries for each second of the processor, beside those of the bare server that commits first.',
		);
	} finally {
		await hearten.remove();
	}
}

async function bare(
	name: string,
	{ load, first, lender }: { load: Load; first: Room; lender?: Hearten },
): Promise<Findings> {
	const server = await openBare(name, lender);
	try {
		await warmUp(server, first);
		return await put(server, load);
	} finally {
		server.close();
	}
}

async function loadsOn(hearten: Hearten): Promise<{ loads: Load[]; first: Room }> {
	const spine = await hearten.spine();
	const loads: Load[] = [];
	const room = async (watchers: number) => (await settleRooms(hearten, spine, { rooms: 1, watchers }))[0]!;
	if (only.includes('rooms'))
		for (const watchers of values.rooms.split(',').map(Number))
			loads.push(
				steady(`a room of ${watchers.toLocaleString('en')}`, [await room(watchers)], { perSecond, seconds }),
			);
	if (only.includes('circles')) {
		const circles = await settleRooms(hearten, spine, { rooms: 100, watchers: 10 });
		loads.push(steady('100 circles of 10', circles, { perSecond: 0.5, seconds }));
	}
	if (only.includes('burst')) loads.push(burst('200 at once, a room of 100', [await room(100)], 200));
	if (only.includes('loop')) {
		const how = { messages: 2_000, inFlight: 20 };
		loads.push(closedLoop('20 in flight, a room of 100', [await room(100)], how));
	}
	const first = await room(10);
	await hearten.analyse();
	return { loads, first };
}

function rowOf(load: Load, name: string, found: Findings, beside: Findings | undefined) {
	const { expected, told, cpu, cpuServer, cpuDatabase, cpuPerJoin, took } = found;
	const each = ({ told: { deliveries }, cpu: spent }: Findings) => deliveries / Math.max(0.01, spent);
	return [
		load.name,
		name,
		expected,
		told.deliveries,
		expected - (told.deliveries - told.doubled),
		told.doubled,
		told.reordered,
		told.otherwise,
		told.p50,
		told.p95,
		told.p99,
		Math.round(told.deliveries / Math.max(0.01, cpu)),
		beside ? each(found) / each(beside) : '',
		(cpuServer * 1000) / load.messages,
		(cpuDatabase * 1000) / load.messages,
		load.messages / took,
		cpuPerJoin,
	];
}

/** What a socket takes that nothing is said on: by difference between many and more, each after collecting garbage. */
async function compareIdle() {
	const more = Number(values.idle);
	const hearten = await Hearten.start({ NODE_ARGUMENTS: tidying.join(' ') });
	try {
		const spine = await hearten.spine();
		const [first] = await settleRooms(hearten, spine, { rooms: 1, watchers: 1_000 });
		const [rest] = await settleRooms(hearten, spine, { rooms: 1, watchers: more });
		await hearten.analyse();
		const rows = [await idle(heartenAt(hearten), first!, rest!, () => hearten.said)];
		if (values.bare) {
			const server = await openBare('bare', undefined, tidying);
			let said = '';
			server.child.stdout?.on('data', (text) => (said += String(text)));
			rows.push(await idle(server, first!, rest!, () => said));
			server.close();
		}
		report.table(
			`What ${more.toLocaleString('en')} idle sockets take, beside 1,000 others`,
			['server', 'sockets', 'KiB a connection', 'of it in the heap', 'CPU ms a join'],
			rows,
		);
		report.say(
			'Resident memory of the server’s process, by difference, each time after its garbage was collected. Each socket watches one room.',
		);
	} finally {
		await hearten.remove();
	}
}

async function idle(server: Server, first: Room, rest: Room, said: () => string) {
	const crowd = new Crowd();
	try {
		await crowd.come(server, [first]);
		const before = await tidied(server.pid, said);
		const from = server.spent();
		await crowd.come(server, [rest]);
		const spent = server.spent();
		const after = await tidied(server.pid, said);
		const { open } = await crowd.tell();
		return [
			server.name,
			open,
			(after.rss - before.rss) / rest.watchers / 1024,
			(after.heapUsed - before.heapUsed) / rest.watchers / 1024,
			((spent.server + spent.postgres - from.server - from.postgres) * 1000) / rest.watchers,
		];
	} finally {
		crowd.end();
	}
}
