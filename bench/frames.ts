import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { mangle, type Mangled } from '../test/faults/mutated-frames.ts';
import { Hearten } from '../test/hearten.ts';
import { settleRooms } from './measuring/live-servers.ts';
import { residentOf } from './measuring/processes.ts';
import { Report } from './measuring/report.ts';
import { tidied, tidying } from './measuring/tidied.ts';

/**
 * A million frames that no page sends, from people with sessions and from strangers.
 *   --frames 1000000  --seed 7
 */
const { values } = parseArgs({
	options: {
		frames: { type: 'string', default: '1000000' },
		seed: { type: 'string', default: '7' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const report = new Report(
	'Frames',
	`\`script/bench frames\`: ${Number(values.frames).toLocaleString('en')} mutated frames, seed ${values.seed}, the last of every 25 broken below the text.`,
);
const hearten = await Hearten.start({ NODE_ARGUMENTS: tidying.join(' ') });
try {
	const spine = await hearten.spine();
	const [room] = await settleRooms(hearten, spine, { rooms: 1, watchers: 20 });
	const cookies = [...room!.cookies.slice(0, 10), '', '', ''];
	const how = { topic: `circle:${room!.place.id}`, cookies, atOnce: 8 };
	// What a process takes once it is at work is not what a million frames leave behind.
	await mangle(hearten.origin, { ...how, frames: 20_000, seed: Number(values.seed) + 1 });
	await pause(2_000);
	const { pid } = hearten;
	const before = await tidied(pid, () => hearten.said);
	const resident = residentOf(pid);
	const begun = performance.now();
	// In tenths, so that what grows with every frame can be told from what a busy process takes once and keeps.
	const found: Mangled = { sent: 0, connections: 0, goodbyes: new Map() };
	const curve: number[] = [];
	for (let tenth = 0; tenth < 10; tenth++) {
		const some = await mangle(hearten.origin, {
			...how,
			frames: Number(values.frames) / 10,
			seed: Number(values.seed) + tenth * 1000,
		});
		found.sent += some.sent;
		found.connections += some.connections;
		for (const [code, count] of some.goodbyes)
			found.goodbyes.set(code, (found.goodbyes.get(code) ?? 0) + count);
		curve.push((residentOf(pid) - resident) / 2 ** 20);
	}
	const seconds = (performance.now() - begun) / 1000;
	const grown = residentOf(pid) - resident;
	await pause(3_000);
	const after = await tidied(pid, () => hearten.said);
	const well = await fetch(`${hearten.origin}/healthz`);
	const survived = well.status === 200 && hearten.pid === pid;
	report.table(
		'What came of it',
		[
			'frames',
			'connections',
			'seconds',
			'crashes',
			'MB the server grew by',
			'of it kept after collecting garbage',
			'goodbyes, by code',
		],
		[
			[
				found.sent,
				found.connections,
				seconds,
				survived ? 0 : 1,
				grown / 2 ** 20,
				(after.rss - before.rss) / 2 ** 20,
				[...found.goodbyes]
					.sort(([a], [b]) => a - b)
					.map(([code, count]) => `${code}: ${count}`)
					.join(', '),
			],
		],
	);
	report.table(
		'MB more resident than before, after each tenth of the frames',
		curve.map((_, n) => `${(n + 1) * 10} %`),
		[curve],
	);
	report.say(
		`In use by objects after collecting garbage: ${((after.heapUsed - before.heapUsed) / 2 ** 20).toFixed(1)} MB more than before.`,
	);
	process.exitCode = survived ? 0 : 1;
} finally {
	await hearten.remove();
}
if (values.keep) report.keepAs('frames');
