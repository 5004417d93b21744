import { membersIn, NONE, worthOf, type Assignment, type Graph } from './graph.ts';

/** How close a result is to the best there is, provably, whatever found it. */
export interface Certificate {
	worth: number;
	/** Nothing can be worth more than this. */
	bound: number;
	/** The most that is missing to the best, as a part of it; 0 is proof that nothing is. */
	gap: number;
}

/**
 * Bounds what any assignment could be worth by the prices of this one. A member gains at most what their best pairing
 * leaves after its price, and a supporter’s places bring at most their price each, so whoever is paired with whom, it sums
 * up to no more than this (weak duality of linear programming).
 */
export function certify(graph: Graph, assignment: Assignment): Certificate {
	const { start, supporter, weight, room } = graph;
	const { price } = assignment;
	let bound = 0;
	for (let member = 0; member < membersIn(graph); member++) {
		let most = 0;
		for (let at = start[member]!; at < start[member + 1]!; at++)
			most = Math.max(most, weight[at]! - price[supporter[at]!]!);
		bound += most;
	}
	for (let place = 0; place < room.length; place++)
		if (room[place]! > 0) bound += room[place]! * price[place]!;
	const worth = worthOf(graph, assignment);
	return { worth, bound, gap: bound > 0 ? (bound - worth) / bound : 0 };
}

/** How many people were paired. */
export const paired = ({ chosen }: Assignment): number =>
	chosen.reduce((count, edge) => (edge === NONE ? count : count + 1), 0);
