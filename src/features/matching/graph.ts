/**
 * What a batch is decided from: members and supporters by number, who could be paired with whom (the edges of each member
 * together, one after the other), what each pairing is worth, and how many each supporter has room for.
 */
export interface Graph {
	/** Where each member’s edges begin; one more, where the last one’s end. */
	start: Uint32Array;
	supporter: Uint32Array;
	/** Whole points, above zero. */
	weight: Int32Array;
	room: Uint32Array;
}

/** Who goes with whom, and what a place with each supporter costs the others who want one. */
export interface Assignment {
	/** For each member the edge that was chosen, or NONE. */
	chosen: Int32Array;
	/** Never below zero, and zero wherever room is left. */
	price: Float64Array;
}

export const NONE = -1;

export const membersIn = ({ start }: Graph): number => start.length - 1;

/** What all pairings of an assignment are worth. */
export function worthOf({ weight }: Graph, { chosen }: Assignment): number {
	let worth = 0;
	for (const edge of chosen) if (edge !== NONE) worth += weight[edge]!;
	return worth;
}
