import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { membersIn, type Graph } from '#features/matching/graph.ts';

/** What a solver found, and the milliseconds of the processor that it took. */
export interface Solution {
	milliseconds: number;
	worth: number;
	paired: number;
}

/** An independent solver, which finds the best there is. */
export type Referee = (graph: Graph, by: 'simplex' | 'scaling') => Solution;

/** LEMON’s solvers, compiled here; undefined where there is no compiler or no LEMON (on Debian: liblemon-dev and g++). */
export function lemon(): Referee | undefined {
	mkdirSync('.cache', { recursive: true });
	const program = join(process.cwd(), '.cache/referee');
	const compiled = spawnSync('g++', [
		'-O3',
		'-DNDEBUG',
		'-w',
		'-o',
		program,
		'bench/matching/referee.cc',
		'-llemon',
	]);
	if (compiled.status !== 0) return undefined;
	return (graph, by) => {
		const folder = mkdtempSync('.cache/graph-');
		try {
			const file = join(folder, 'graph');
			writeFileSync(file, bytesOf(graph));
			return JSON.parse(execFileSync(program, [file, by], { encoding: 'utf8' })) as Solution;
		} finally {
			rmSync(folder, { recursive: true });
		}
	};
}

function bytesOf(graph: Graph): Buffer {
	const { start, supporter, weight, room } = graph;
	const sizes = Int32Array.of(membersIn(graph), room.length, weight.length);
	return Buffer.concat(
		[sizes, start, supporter, weight, room].map((each) =>
			Buffer.from(each.buffer, each.byteOffset, each.byteLength),
		),
	);
}

/** HiGHS, compiled to WebAssembly: the same as a linear programme, whose best corner is whole (it is a flow). */
export async function highs({ start, supporter, weight, room }: Graph): Promise<number> {
	const { default: load } = await import('highs');
	const solver = await load();
	const members = Array.from({ length: start.length - 1 }, (_, member) =>
		Array.from({ length: start[member + 1]! - start[member]! }, (_, at) => start[member]! + at),
	);
	const supporters = Map.groupBy(weight.keys(), (edge) => supporter[edge]!);
	const sum = (edges: readonly number[]) => edges.map((edge) => `x${edge}`).join(' + ');
	const programme = [
		'Maximize',
		[...weight].map((each, edge) => `${each} x${edge}`).join('\n + '),
		'Subject To',
		...members.filter((edges) => edges.length > 0).map((edges) => `${sum(edges)} <= 1`),
		...[...supporters].map(([place, edges]) => `${sum(edges)} <= ${room[place]}`),
		'End',
	].join('\n');
	return solver.solve(programme).ObjectiveValue;
}
