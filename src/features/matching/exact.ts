import { membersIn, NONE, type Assignment, type Graph } from './graph.ts';
import { Nearest } from './nearest.ts';

/** Up to how many people the best of all assignments is looked for, instead of one close to it. */
export const EXACT_UP_TO = 10_000;

/**
 * Finds the best assignment there is, by shortest augmenting paths (Jonker and Volgenant 1987; for several places, as in
 * Ahuja, Magnanti and Orlin 1993, 9.7). One member after the other gets the place that costs all together least: a free
 * one, or one whose holder moves on to another, and so forth, until a place was free or somebody’s pairing was worth less
 * than what giving it up gains. Weights are whole numbers, so nothing is ever rounded.
 */
export function matchExactly(graph: Graph): Assignment {
	const search = new PathSearch(graph);
	for (let member = 0; member < membersIn(graph); member++) search.place(member);
	return { chosen: search.chosen, price: search.price };
}

class PathSearch {
	readonly chosen: Int32Array;
	readonly price: Float64Array;
	private readonly graph: Graph;
	/** What each member gains after the price of their place. */
	private readonly gain: Float64Array;
	private readonly holders: number[][];
	/** How much worse than the best it is to come as far as each supporter, and the edge by which one does. */
	private readonly far: Float64Array;
	private readonly by: Int32Array;
	private readonly reached: number[] = [];
	private readonly nearest = new Nearest();

	constructor(graph: Graph) {
		this.graph = graph;
		this.chosen = new Int32Array(membersIn(graph)).fill(NONE);
		this.gain = new Float64Array(membersIn(graph));
		this.price = Float64Array.from(graph.room, (places) => (places > 0 ? 0 : Infinity));
		this.holders = Array.from(graph.room, () => []);
		this.far = new Float64Array(graph.room.length).fill(Infinity);
		this.by = new Int32Array(graph.room.length).fill(NONE);
	}

	place(newcomer: number): void {
		this.gain[newcomer] = this.bestGain(newcomer);
		const { end, leaver, length, settled } = this.shortestPath(newcomer);
		this.raisePrices(newcomer, settled, length);
		this.moveAlong(newcomer, end, leaver);
		for (const supporter of this.reached) this.far[supporter] = Infinity;
		this.reached.length = 0;
	}

	private bestGain(member: number): number {
		const { start, supporter, weight } = this.graph;
		let best = 0;
		for (let at = start[member]!; at < start[member + 1]!; at++)
			best = Math.max(best, weight[at]! - this.price[supporter[at]!]!);
		return best;
	}

	/**
	 * The cheapest way for a newcomer to come in: as far as a supporter with a free place, or as far as a member who leaves
	 * theirs (who may be the newcomer: then they stay without).
	 */
	private shortestPath(newcomer: number) {
		let leaver = newcomer;
		let end: number = NONE;
		let length = this.gain[newcomer]!;
		const settled: number[] = [];
		this.nearest.clear();
		this.relax(newcomer, 0, length);
		while (this.nearest.size > 0) {
			const { who: supporter, far } = this.nearest.take();
			if (far > length) break;
			// Meanwhile there was a shorter way.
			if (far > this.far[supporter]!) continue;
			if (this.holders[supporter]!.length < this.graph.room[supporter]!) {
				end = supporter;
				leaver = NONE;
				length = far;
				break;
			}
			settled.push(supporter);
			for (const holder of this.holders[supporter]!) {
				if (far + this.gain[holder]! < length) {
					length = far + this.gain[holder]!;
					leaver = holder;
					end = supporter;
				}
				this.relax(holder, far, length);
			}
		}
		return { end, leaver, length, settled };
	}

	/** Goes on from a member to everybody they could be with. */
	private relax(member: number, far: number, length: number): void {
		const { start, supporter, weight } = this.graph;
		const gain = this.gain[member]!;
		for (let at = start[member]!; at < start[member + 1]!; at++) {
			const to = supporter[at]!;
			const there = far + gain - (weight[at]! - this.price[to]!);
			if (there > length || there >= this.far[to]!) continue;
			if (this.far[to] === Infinity) this.reached.push(to);
			this.far[to] = there;
			this.by[to] = at;
			this.nearest.add(to, there);
		}
	}

	/** Keeps every pairing the best for its member at the prices there are. */
	private raisePrices(newcomer: number, settled: readonly number[], length: number): void {
		this.gain[newcomer]! -= length;
		for (const supporter of settled) {
			const rise = length - this.far[supporter]!;
			if (rise <= 0) continue;
			this.price[supporter]! += rise;
			for (const holder of this.holders[supporter]!) this.gain[holder]! -= rise;
		}
	}

	private moveAlong(newcomer: number, end: number, leaver: number): void {
		if (leaver === newcomer) return;
		if (leaver !== NONE) this.leave(leaver);
		for (let to = end; ;) {
			const edge = this.by[to]!;
			const member = this.memberOf(edge);
			const from = this.chosen[member] === NONE ? NONE : this.graph.supporter[this.chosen[member]!]!;
			if (from !== NONE) this.leave(member);
			this.chosen[member] = edge;
			this.holders[to]!.push(member);
			if (member === newcomer) return;
			to = from;
		}
	}

	private leave(member: number): void {
		const holders = this.holders[this.graph.supporter[this.chosen[member]!]!]!;
		holders[holders.indexOf(member)] = holders.at(-1)!;
		holders.pop();
		this.chosen[member] = NONE;
	}

	/** Whose edge this is. */
	private memberOf(edge: number): number {
		const { start } = this.graph;
		let low = 0;
		let high = start.length - 1;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (start[middle]! <= edge) low = middle;
			else high = middle;
		}
		return low;
	}
}
