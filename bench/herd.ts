import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Hearten } from '../test/hearten.ts';
import { heartenAt, settleRooms, type Room } from './measuring/live-servers.ts';
import { Crowd, now } from './measuring/loads.ts';
import { residentOf } from './measuring/processes.ts';
import { percentile, Report } from './measuring/report.ts';

/**
 * What sockets do to a server when things go wrong: all of them come back at once after a restart, while people go on
 * sending; and one of many reads so slowly that words pile up for it.
 *   --sockets 2000 --rounds 3 --per-second 10   --readers 500 --minutes 1   --only herd,slow
 */
const { values } = parseArgs({
	options: {
		sockets: { type: 'string', default: '2000' },
		rounds: { type: 'string', default: '3' },
		'per-second': { type: 'string', default: '10' },
		readers: { type: 'string', default: '500' },
		minutes: { type: 'string', default: '1' },
		only: { type: 'string', default: 'herd,slow' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const perSecond = Number(values['per-second']);
const report = new Report(
	'Herd',
	'`script/bench herd`: a restart with everybody there, and a client that hardly reads.',
);
const only = values.only.split(',');
if (only.includes('herd')) await herd();
if (only.includes('slow')) await slow();
if (values.keep) report.keepAs('herd');

/** Clients pause as the script of the pages does: from half a second up, 1.3 times as long each time, and never alike. */
async function herd() {
	const rows: (string | number)[][] = [];
	for (let round = 1; round <= Number(values.rounds); round++) {
		const hearten = await Hearten.start();
		const crowd = new Crowd();
		try {
			const spine = await hearten.spine();
			const rooms = await settleRooms(hearten, spine, { rooms: Number(values.sockets) / 20, watchers: 20 });
			await hearten.analyse();
			await crowd.come(heartenAt(hearten), rooms, { comingBack: true });

			const sends = sending(hearten, rooms);
			await pause(2_000);
			await hearten.kill();
			const killed = now();
			await hearten.start();
			const started = now();
			let back = await crowd.tell();
			while (back.live < rooms.length * 20 && now() < started + 60_000) {
				await pause(50);
				back = await crowd.tell();
			}
			const allBack = now();
			await pause(2_000);
			await sends.stop();
			const during = sends.done.filter(({ at }) => at >= started && at <= allBack);
			rows.push([
				round,
				back.live,
				(started - killed) / 1000,
				(allBack - started) / 1000,
				during.length,
				percentile(
					during.map(({ took }) => took),
					0.99,
				),
				sends.answers,
				sends.failures,
				(sends.failures / Math.max(1, sends.answers)) * 100,
			]);
		} finally {
			crowd.end();
			await hearten.remove();
		}
	}
	report.table(
		`${values.sockets} sockets after kill -9 and a restart`,
		[
			'round',
			'sockets back',
			's until it answers',
			's from then until all are live',
			'messages sent meanwhile',
			'p99 ms of those',
			'answers in all',
			'of them 5xx',
			'5xx %',
		],
		rows,
	);
	report.say(
		'Sending goes on all the time, ten a second; what finds nobody there is sent again, and timed from the attempt that was taken.',
	);
}

/** Sends all the time; whoever finds nobody there tries again. */
function sending(hearten: Hearten, rooms: readonly Room[]) {
	const server = heartenAt(hearten);
	const done: { at: number; took: number }[] = [];
	const counts = { done, answers: 0, failures: 0, stop };
	let stopped = false;
	const busy = new Set<Promise<void>>();
	const going = (async () => {
		for (let n = 0; !stopped; n++) {
			const one = sendOne(n).finally(() => busy.delete(one));
			busy.add(one);
			await pause(1000 / perSecond);
		}
	})();

	async function sendOne(n: number) {
		while (!stopped) {
			const from = now();
			const answer = await server
				.post(rooms[n % rooms.length]!, n, 'A few words, while everybody comes back.')
				.then(() => 'taken')
				.catch((error: Error) => error.message);
			if (!/ECONN|hang up|EPIPE/.test(answer)) counts.answers++;
			if (/: 5\d\d/.test(answer)) counts.failures++;
			if (answer === 'taken') return void done.push({ at: now(), took: now() - from });
			await pause(100);
		}
	}

	async function stop() {
		stopped = true;
		await going;
		await Promise.all(busy);
	}
	return counts;
}

/** One client reads a kilobyte a second, and everybody else what comes. */
async function slow() {
	const readers = Number(values.readers);
	const seconds = Number(values.minutes) * 60;
	const hearten = await Hearten.start();
	const crowd = new Crowd();
	try {
		const spine = await hearten.spine();
		const [room] = await settleRooms(hearten, spine, { rooms: 1, watchers: readers });
		await hearten.analyse();
		const server = heartenAt(hearten);
		await crowd.come(server, [room!], { slow: 1, comingBack: true });
		const words = () => `${now()} ${'and a long story, told in one go, as some nights need. '.repeat(30)}`;
		for (let n = 0; n < 50; n++) await server.post(room!, n, words());
		await crowd.forget();
		const before = residentOf(hearten.pid);
		let most = before;
		const begun = now();
		for (let n = 0; now() < begun + seconds * 1000; n++) {
			const next = pause(1000 / perSecond);
			await server.post(room!, n, words());
			if (n % 10 === 0) most = Math.max(most, residentOf(hearten.pid));
			await next;
		}
		await pause(1_000);
		const told = await crowd.tell();
		report.table(
			`One of ${readers} reads 1 kB a second, for ${seconds} seconds`,
			[
				'deliveries',
				'p50 ms of the others',
				'p95 ms',
				'p99 ms',
				'MB the server grew by at most',
				'sockets at the end',
			],
			[[told.deliveries, told.p50, told.p95, told.p99, (most - before) / 2 ** 20, told.open]],
		);
		report.say(`Messages of 1.6 kB, ${perSecond} a second.`);
	} finally {
		crowd.end();
		await hearten.remove();
	}
}
