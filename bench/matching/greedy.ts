import { membersIn, NONE, type Graph } from '#features/matching/graph.ts';

/** The simplest that could work: the best pairing of all, then the best of what is left, and so on. */
export function greedy(graph: Graph): Int32Array {
	const { start, supporter, weight, room } = graph;
	const left = room.slice();
	const chosen = new Int32Array(membersIn(graph)).fill(NONE);
	const memberOf = new Int32Array(weight.length);
	for (let member = 0; member < chosen.length; member++)
		memberOf.fill(member, start[member], start[member + 1]);
	const byWeight = Uint32Array.from(weight.keys()).sort((one, other) => weight[other]! - weight[one]!);
	for (const edge of byWeight) {
		const member = memberOf[edge]!;
		if (chosen[member] !== NONE || left[supporter[edge]!] === 0) continue;
		chosen[member] = edge;
		left[supporter[edge]!]!--;
	}
	return chosen;
}
