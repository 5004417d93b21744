import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { gates, reached } from './simulator/gates.ts';
import type { Measures } from './simulator/measures.ts';
import { policyNames } from './simulator/policies.ts';
import type { Population } from './simulator/population.ts';
import { page } from './simulator/report/page.ts';
import { tellings } from './simulator/report/wording.ts';
import { study, turned, type Finding, type Scope } from './simulator/study.ts';
import { Workers } from './simulator/workers.ts';

/** Plays some weeks of an organisation with each way to pair people, and says what came of it; or writes the report. */
const { values } = parseArgs({
	options: {
		days: { type: 'string', default: '45' },
		supporters: { type: 'string', default: '250' },
		seeds: { type: 'string', default: '5' },
		loads: { type: 'string', default: '0.9,1,1.1,1.2' },
		population: { type: 'string', default: 'bench/simulator/population.json' },
		/** Only ours, with what it has to reach. */
		gates: { type: 'boolean', default: false },
		/** Writes the whole report there. It takes some minutes. */
		write: { type: 'string' },
		/** Runs at the same time. */
		workers: { type: 'string', default: String(availableParallelism()) },
	},
});
const scope: Scope = {
	days: Number(values.days),
	supporters: Number(values.supporters),
	seeds: Number(values.seeds),
	population: populationIn(values.population),
};
/** What the report compares, and where it turns the knobs. */
const LOADS = [0.9, 1, 1.1, 1.2];
const KNOB_LOAD = 1.1;
const workers = new Workers(Number(values.workers));

if (values.gates) await showGates();
else if (values.write) writeFileSync(values.write, await report());
else await compare(values.loads.split(',').map(Number));
await workers.end();

async function compare(loads: readonly number[]): Promise<Finding[]> {
	const findings = await Promise.all(
		loads.flatMap((load) => policyNames.map((policy) => study(workers, scope, load, policy))),
	);
	console.table(
		Object.fromEntries(
			findings.map(({ policy, load, measures }) => [`${policy}, at ${load}`, told(measures)]),
		),
	);
	return findings;
}

async function showGates() {
	for (const load of [0.9, 1] as const) {
		const { measures } = await study(workers, scope, load, 'ours');
		for (const gate of gates) {
			const { title, format } = tellings[gate.measure];
			const { mean } = measures[gate.measure];
			const verdict = reached(gate, load, mean) ? '✓' : '✗';
			console.log(`${verdict} at ${load}: ${title}: ${format(mean)} (${gate.is} ${format(gate.at[load])})`);
		}
	}
}

async function report(): Promise<string> {
	const few = { ...scope, seeds: Math.min(3, scope.seeds) };
	const world = { ...few, population: populationIn('bench/simulator/spread-out.json') };
	const [findings, knobs, spreadOut] = await Promise.all([
		compare(LOADS),
		turned(workers, few, KNOB_LOAD),
		Promise.all([0.9, 1].map((load) => study(workers, world, load, 'ours'))),
	]);
	return page({ scope, findings, knobLoad: KNOB_LOAD, knobs, spreadOut });
}

function told(measures: Finding['measures']) {
	return Object.fromEntries(
		Object.entries(measures).map(([name, { mean }]) => [name, tellings[name as keyof Measures].format(mean)]),
	);
}

function populationIn(file: string): Population {
	return JSON.parse(readFileSync(file, 'utf8')) as Population;
}
