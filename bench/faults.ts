import { parseArgs } from 'node:util';
import { readOnThreeDevices } from './faults/devices.ts';
import {
	absences,
	cutBus,
	fillDisk,
	goAway,
	jumpClock,
	killApp,
	killDatabase,
	type Blow,
} from './faults/nemesis.ts';
import { canMount } from './faults/small-disk.ts';
import { talkThrough, type Findings, type Talking } from './faults/talk.ts';
import { Report } from './measuring/report.ts';

/**
 * People talk while things go wrong around them: each fault three times, with seeds that are printed, and the worst of the
 * three counts. `script/bench faults kill-app clock` runs only those; the flags make it as large as there is time for:
 *   --circles 20 --people 10 --operations 24000 --per-second 40 --blows 20 --processes many
 */
const { values, positionals } = parseArgs({
	options: {
		circles: { type: 'string', default: '10' },
		people: { type: 'string', default: '8' },
		operations: { type: 'string', default: '1500' },
		'per-second': { type: 'string', default: '40' },
		blows: { type: 'string', default: '4' },
		/** `many`: two processes with pages, two with sockets and one with jobs, on one PostgreSQL. */
		processes: { type: 'string', default: 'one' },
		seed: { type: 'string', default: String(process.pid) },
		/** How often one person’s three devices say up to where they have read. */
		changes: { type: 'string', default: '2000' },
		rounds: { type: 'string', default: '3' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
	allowPositionals: true,
});

const { processes } = values;
if (processes !== 'one' && processes !== 'many') throw new Error('--processes is `one` or `many`.');

const times = (blow: Blow) => Array.from({ length: Number(values.blows) }, () => blow);
/** Megabytes: what PostgreSQL begins with, and a little. */
const DISK = 200;

const faults: Record<string, Pick<Talking, 'blows' | 'weather' | 'disk'>> = {
	'kill-app': { blows: times(killApp) },
	'kill-database': { blows: times(killDatabase) },
	'long-absence': { blows: absences.map(goAway) },
	'bad-network': { blows: [], weather: { dropped: 0.05, doubled: 0.05, delay: 3000 } },
	clock: { blows: times(jumpClock) },
	bus: { blows: [cutBus(60_000)] },
	...(canMount && { disk: { blows: [fillDisk(20_000)], disk: DISK } }),
};
// How far somebody has read is the same question however many processes there are; one of them answers it.
const all = [...Object.keys(faults), ...(processes === 'one' ? ['devices'] : [])];
const chosen = positionals.length > 0 ? positionals : all;
for (const name of chosen)
	if (!(name in faults) && name !== 'devices')
		throw new Error(`There is no fault “${name}”: ${Object.keys(faults).join(', ')}, devices.`);

const report = new Report(
	'Faults',
	`\`script/bench faults${processes === 'many' ? ' --processes many' : ''}\`: ${values.circles} circles of ${values.people} who listen and talk, ${values.operations} things said, said differently or taken back, ${values['per-second']} a second. Every tenth message is sent twice at once, and everything without an answer again, with the same client id.`,
);

const rows: (string | number)[][] = [];
let wrong = 0;
for (const fault of chosen.filter((name) => name !== 'devices'))
	for (let round = 0; round < Number(values.rounds); round++) {
		const seed = Number(values.seed) + round;
		const found = await talkThrough({
			...faults[fault]!,
			seed,
			circles: Number(values.circles),
			people: Number(values.people),
			operations: Number(values.operations),
			perSecond: Number(values['per-second']),
			processes,
			say: (line) => console.log(`${fault}, seed ${seed}: ${line}`),
		});
		rows.push([fault, String(seed), ...told(found)]);
		wrong += wrongIn(found);
	}
if (rows.length > 0) tellFaults();
if (chosen.includes('devices')) {
	const devices = [];
	for (let round = 0; round < Number(values.rounds); round++) {
		const seed = Number(values.seed) + round;
		const say = (line: string) => console.log(`devices, seed ${seed}: ${line}`);
		const found = await readOnThreeDevices({ seed, changes: Number(values.changes), say });
		devices.push([
			String(seed),
			found.changes,
			found.compared,
			found.apart,
			found.impossible,
			found.right ? 'yes' : 'no',
		]);
		wrong += found.apart + found.impossible + (found.right ? 0 : 1);
	}
	report.table(
		'One person, three devices',
		['seed', 'changes', 'compared', 'apart', 'impossible', 'the same in the end'],
		devices,
	);
}
if (!canMount) report.say('A full disk was not tried: that needs Linux, and root to mount a small one.');
if (values.keep) report.keepAs(processes === 'many' ? 'faults-many' : 'faults');
process.exitCode = wrong > 0 ? 1 : 0;

function told(found: Findings) {
	const { acknowledged, sentAgain, toldLater, lost, doubled, resurrected, gaps, overtaken } = found;
	const { disordered, differing, clients, convergedIn } = found;
	return [
		...[acknowledged, sentAgain, toldLater, lost, doubled, resurrected, gaps, overtaken],
		...[disordered, differing, clients, convergedIn / 1000],
	];
}

function wrongIn({ lost, doubled, resurrected, gaps, overtaken, disordered, differing }: Findings) {
	return lost + doubled + resurrected + gaps + overtaken + disordered + differing;
}

function tellFaults() {
	report.table(
		'What was found',
		[
			'fault',
			'seed',
			'acknowledged',
			'sent again',
			'told “later”',
			'lost',
			'doubled',
			'resurrected',
			'gaps',
			'overtaken',
			'clients told out of order',
			'clients that differ',
			'of',
			's until all show the same',
		],
		rows,
	);
	report.say(
		'Lost: acknowledged and not kept as it was last acknowledged. Overtaken: standing behind what was begun after it was acknowledged. The last column counts from the last answer, and from when the last fault was over.',
	);
}
