import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Installation } from './installation.ts';
import { killAll, type Process } from './process-tree.ts';
import { randomFrom } from '../random.ts';
import { Writer } from './writer.ts';

/**
 * Proves that Hearten survives `kill -9` at any moment: of everything, of node alone and of postgres alone, while it
 * starts for the first time, migrates, starts again and runs. The next start must answer, with every row there that
 * had been acknowledged. Prints a line for each round.
 */
const KINDS: Record<string, (process: Process) => boolean> = {
	everything: () => true,
	node: ({ program }) => program.startsWith('node'),
	postgres: ({ program }) => program === 'postgres',
};
const PHASES = ['first start', 'migrate', 'next start', 'run'] as const;
type Phase = (typeof PHASES)[number];
const SHARE: Record<Phase, number> = { 'first start': 3, migrate: 3, 'next start': 2, run: 2 }; // of ten rounds

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: String(process.pid) },
		rounds: { type: 'string', default: '10' },
		checkout: { type: 'string', default: join(import.meta.dirname, '../..') },
	},
});
const random = randomFrom(Number(values.seed));
console.log(`seed ${values.seed}`);

await undisturbed(); // installs and builds what is missing, which would lengthen the first start
const lengths = await undisturbed();
console.log(PHASES.map((phase) => `${phase} ${Math.round(lengths[phase])} ms`).join(', '));

let passed = 0;
let failed = 0;
for (const kind of Object.keys(KINDS)) {
	for (let round = 0; round < Number(values.rounds); round++) {
		const phase = phaseOf(round);
		const moment = random() * lengths[phase];
		const name = `kill ${kind}, ${Math.round(moment)} ms into ${phase}`;
		const problem = await survives(kind, phase, moment).catch(String);
		console.log(problem === undefined ? `ok    ${name}` : `FAIL  ${name}: ${problem}`);
		if (problem === undefined) passed++;
		else failed++;
	}
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** How long each phase takes when nobody kills anything, in milliseconds. */
async function undisturbed(): Promise<Record<Phase, number>> {
	const hearten = new Installation(values.checkout);
	try {
		const begun = performance.now();
		await hearten.start();
		await databaseIsUp(hearten);
		const migrating = performance.now();
		if (!(await hearten.isWell()))
			throw new Error(`Hearten does not start even undisturbed.\n${hearten.said}`);
		const first = performance.now() - begun;
		const migrate = performance.now() - migrating;

		await hearten.stop();
		const again = performance.now();
		await hearten.start();
		await hearten.isWell();
		return { 'first start': first, migrate, 'next start': performance.now() - again, run: 1_500 };
	} finally {
		await hearten.remove();
	}
}

/** One round. Answers with what went wrong. */
async function survives(kind: string, phase: Phase, moment: number): Promise<string | undefined> {
	const hearten = new Installation(values.checkout);
	const writer = new Writer();
	try {
		if (phase === 'run' || phase === 'next start') await liveALittle(hearten, writer);
		if (phase === 'next start') {
			await writer.end();
			await hearten.stop();
		}
		if (phase !== 'run') await hearten.start();
		if (phase === 'migrate') await databaseIsUp(hearten);
		await pause(moment);

		if (!(await kill(hearten, kind))) return `there was nothing to kill\n${hearten.said}`;
		if (kind !== 'postgres' && !(await hearten.hasEnded())) return 'script/start goes on without its node';
		if (kind === 'postgres' && !(await hearten.isWell()) && phase === 'run')
			return `it did not recover while running\n${hearten.said}`;

		if (!hearten.runs) await hearten.start();
		if (!(await hearten.isWell())) return `the next start is not well\n${hearten.said}`;
		if (hearten.servers().length !== 1) return `${hearten.servers().length} database servers run`;
		if (writer.acknowledged > 0) {
			const missing = await writer.missing(hearten.data);
			if (missing > 0) return `${missing} of ${writer.acknowledged} acknowledged rows are gone`;
		}
		return undefined;
	} finally {
		await writer.end();
		await hearten.remove();
	}
}

async function liveALittle(hearten: Installation, writer: Writer) {
	await hearten.start();
	if (!(await hearten.isWell())) throw new Error(`It does not start.\n${hearten.said}`);
	await writer.begin(hearten.data);
	while (writer.acknowledged < 20) await pause(5);
}

/** Kills as soon as there is something to kill; at the very beginning there is no node or postgres yet. */
async function kill(hearten: Installation, kind: string): Promise<boolean> {
	for (const until = performance.now() + 60_000; performance.now() < until && hearten.runs; await pause(2)) {
		const victims = hearten.processes().filter(KINDS[kind] ?? (() => false));
		killAll(victims);
		if (victims.length > 0) return true;
	}
	return false;
}

async function databaseIsUp(hearten: Installation) {
	const log = join(hearten.data, 'postgres/server.log');
	while (hearten.runs && !(existsSync(log) && readFileSync(log, 'utf8').includes('ready to accept')))
		await pause(2);
}

function phaseOf(round: number): Phase {
	let place = round % 10;
	for (const phase of PHASES) {
		if (place < SHARE[phase]) return phase;
		place -= SHARE[phase];
	}
	return 'run';
}
