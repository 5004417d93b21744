import { parseArgs } from 'node:util';
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
 *   --circles 20 --people 10 --operations 24000 --per-second 40 --blows 20
 */
const { values, positionals } = parseArgs({
	options: {
		circles: { type: 'string', default: '10' },
		people: { type: 'string', default: '8' },
		operations: { type: 'string', default: '1500' },
		'per-second': { type: 'string', default: '40' },
		blows: { type: 'string', default: '4' },
		seed: { type: 'string', default: String(process.pid) },
		rounds: { type: 'string', default: '3' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
	allowPositionals: true,
});

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
const chosen = positionals.length > 0 ? positionals : Object.keys(faults);
for (const name of chosen)
	if (!(name in faults)) throw new Error(`There is no fault “${name}”: ${Object.keys(faults).join(', ')}.`);

const report = new Report(
	'Faults',
	`\`script/bench faults\`: ${values.circles} circles of ${values.people} who listen and talk, ${values.operations} things said, said differently or taken back, ${values['per-second']} a second. Every tenth message is sent twice at once, and everything without an answer again, with the same client id.`,
);

const rows: (string | number)[][] = [];
let wrong = 0;
for (const fault of chosen)
	for (let round = 0; round < Number(values.rounds); round++) {
		const seed = Number(values.seed) + round;
		const found = await talkThrough({
			...faults[fault]!,
			seed,
			circles: Number(values.circles),
			people: Number(values.people),
			operations: Number(values.operations),
			perSecond: Number(values['per-second']),
			say: (line) => console.log(`${fault}, seed ${seed}: ${line}`),
		});
		rows.push([fault, String(seed), ...told(found)]);
		wrong += wrongIn(found);
	}
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
if (!canMount) report.say('A full disk was not tried: that needs Linux, and root to mount a small one.');
if (values.keep) report.keepAs('faults');
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
