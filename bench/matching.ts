import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseArgs } from 'node:util';
import { suggestionsOver } from '#features/matching/arrival.ts';
import { auction } from '#features/matching/auction.ts';
import { candidatesFor } from '#features/matching/candidates.ts';
import { certify, paired } from '#features/matching/certificate.ts';
import { EXACT_UP_TO, matchExactly } from '#features/matching/exact.ts';
import { worthOf, type Graph } from '#features/matching/graph.ts';
import type { Member } from '#features/matching/member.ts';
import { rarityAmong } from '#features/matching/rarity.ts';
import { carryingNow, rosterOf } from '#features/matching/roster.ts';
import { randomFrom } from '#test/random.ts';
import { greedy } from './matching/greedy.ts';
import { instance, shares, type Instance } from './matching/instances.ts';
import { brokenPromises } from './matching/promises.ts';
import { highs, lemon } from './matching/referee.ts';

/**
 * How close the auction comes to the best there is, and what it takes, beside LEMON’s exact solvers and the simplest that
 * could work, on the same people. Milliseconds are those of the processor, the median of some runs that take turns.
 */
const { values } = parseArgs({
	options: {
		only: { type: 'string' },
		seed: { type: 'string' },
		rounds: { type: 'string', default: '3' },
		neighbourhoods: { type: 'string', default: '1000000' },
	},
});
const sizes = [
	{ seed: 1, members: 1000, supporters: 100 },
	{ seed: 2, members: 10_000, supporters: 1000 },
	{ seed: 3, members: 100_000, supporters: 5000 },
];
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const byFitAlone = { hour: 0, longWait: 0, fewOptions: 0, load: 0, scarce: 0 };

if (values.only === 'promises') tryPromises(Number(values.neighbourhoods));
else if (values.only === 'arrivals') arrive();
else {
	await compareSizes();
	if (!values.only) arrive();
}

async function compareSizes() {
	const referee = lemon();
	if (!referee)
		console.log('LEMON is not here, so nothing says what the best is (on Debian: liblemon-dev and g++).');
	for (const { seed, members, supporters } of sizes) {
		if (values.only && Number(values.only) !== members) continue;
		const people = instance(Number(values.seed ?? seed), members, supporters);
		console.log(`\n${members} people ask, ${supporters} support, seed ${values.seed ?? seed}`);
		const graph = look(people);
		const solvers = measureSolvers(graph, referee);
		if (members === 1000) console.log(`HiGHS: worth ${await highs(graph)}`);
		console.table(solvers);
	}
}

/** Finds the candidates, and says what it took. */
function look({ members, supporters, patience }: Instance): Graph {
	collectGarbage();
	const before = process.memoryUsage().rss;
	const { result, milliseconds } = timed(() => {
		const roster = rosterOf(supporters);
		return {
			roster,
			...candidatesFor(members, roster, { rarity: rarityAmong(members), shares, knobs: byFitAlone }),
		};
	});
	const { roster, start, supporter, weight, options } = result;
	const pairs = options.reduce((sum, each) => sum + each, 0) / (members.length * supporters.length);
	for (let member = 0; member < members.length; member++)
		for (let edge = start[member]!; edge < start[member + 1]!; edge++) weight[edge]! += patience[member]!;
	console.log(
		`candidates: ${Math.round(milliseconds)} ms, ${megabytes(process.resourceUsage().maxRSS * 1024 - before)} MB more at the most;`,
		`${weight.length} kept, ${(100 * pairs).toFixed(1)} % of all pairs could be`,
	);
	return { start, supporter, weight, room: Uint32Array.from(roster.supporters, ({ room }) => room) };
}

function measureSolvers(graph: Graph, referee: ReturnType<typeof lemon>) {
	const { start } = graph;
	const taken: Record<string, number[]> = {};
	const worth: Record<string, [number, number]> = {};
	const note = (name: string, milliseconds: number, of: [number, number]) => {
		(taken[name] ??= []).push(milliseconds);
		worth[name] = of;
	};
	let proof = 0;
	for (let round = 0; round < Number(values.rounds); round++) {
		const found = timed(() => auction(graph));
		note('ours', found.milliseconds, [worthOf(graph, found.result), paired(found.result)]);
		proof = certify(graph, found.result).gap;
		for (const by of referee ? (['simplex', 'scaling'] as const) : []) {
			const best = referee!(graph, by);
			note(`LEMON ${by}`, best.milliseconds, [best.worth, best.paired]);
		}
	}
	const simple = timed(() => ({ chosen: greedy(graph), price: new Float64Array() }));
	note('greedy', simple.milliseconds, [worthOf(graph, simple.result), paired(simple.result)]);
	if (start.length - 1 <= EXACT_UP_TO) {
		const exact = timed(() => matchExactly(graph));
		note('ours, exact', exact.milliseconds, [worthOf(graph, exact.result), paired(exact.result)]);
	}
	console.log(`ours by its own proof: at most ${(100 * proof).toFixed(3)} % from the best`);
	const [best, most] = worth['LEMON simplex'] ?? worth['ours, exact'] ?? worth.ours!;
	const reference = median(taken['LEMON simplex'] ?? taken.ours!);
	return Object.fromEntries(
		Object.entries(worth).map(([name, [each, people]]) => [
			name,
			{
				ms: Math.round(median(taken[name]!)),
				'beside LEMON simplex': Number((median(taken[name]!) / reference).toFixed(2)),
				worth: each,
				'% from the best': Number((100 * (1 - each / best)).toFixed(3)),
				paired: people,
				'% more people': Number((100 * (people / most - 1)).toFixed(3)),
			},
		]),
	);
}

/**
 * Places two thousand people who come one by one among five thousand supporters, each time with another supporter having just
 * been taken. By the clock, the best of three tries each: what else the machine does is not counted.
 */
function arrive() {
	const { members, supporters } = instance(3, 2000, 5000);
	const roster = rosterOf(supporters);
	const rarity = rarityAmong(members);
	const place = (member: Member, turn: number) => {
		const begin = performance.now();
		const taken = supporters[turn]!;
		const now = carryingNow(roster, [{ ...taken, pairings: 1, room: taken.room - 1 }]);
		suggestionsOver(now, { rarity, prices: new Map() })(member);
		return performance.now() - begin;
	};
	const milliseconds = members
		.map((member, turn) => Math.min(...[1, 2, 3].map(() => place(member, turn))))
		.sort((one, other) => one - other);
	const at = (part: number) => milliseconds[Math.floor(part * milliseconds.length)]!.toFixed(2);
	console.log(`one arrival among 5,000: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

function tryPromises(count: number) {
	const first = Number(values.seed ?? 1);
	const broken: Record<string, number> = {};
	for (let seed = first; seed < first + count; seed++)
		for (const promise of brokenPromises(randomFrom(seed))) {
			broken[promise] = (broken[promise] ?? 0) + 1;
			console.log(`seed ${seed}: not so, that ${promise}`);
		}
	console.log(`${count} neighbourhoods from seed ${first}:`, broken);
}

function timed<Result>(work: () => Result) {
	const begin = process.cpuUsage();
	const result = work();
	const { user, system } = process.cpuUsage(begin);
	return { result, milliseconds: (user + system) / 1000 };
}

function median(values: readonly number[]): number {
	return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

function megabytes(bytes: number): number {
	return Math.round(bytes / 1e6);
}
