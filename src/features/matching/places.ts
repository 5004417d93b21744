import { NONE } from './graph.ts';

/**
 * The places that supporters have room for, who holds each and for how much: for every supporter a heap with the place
 * held for least on top, all heaps one after the other in the same arrays.
 */
export class Places {
	/** What a place with each supporter costs: nothing while there is room, then what the cheapest is held for. */
	readonly price: Float64Array;
	private readonly begin: Uint32Array;
	private readonly taken: Uint32Array;
	private readonly bid: Float64Array;
	private readonly holder: Int32Array;
	private readonly room: Uint32Array;

	constructor(room: Uint32Array) {
		this.room = room;
		this.begin = new Uint32Array(room.length);
		let all = 0;
		for (let supporter = 0; supporter < room.length; supporter++) {
			this.begin[supporter] = all;
			all += room[supporter]!;
		}
		this.taken = new Uint32Array(room.length);
		this.bid = new Float64Array(all);
		this.holder = new Int32Array(all);
		// Without any room, nobody can ever pay for it.
		this.price = Float64Array.from(room, (places) => (places > 0 ? 0 : Infinity));
	}

	/** Gives a place to a member, and answers who loses theirs, or NONE. */
	take(supporter: number, member: number, bid: number): number {
		const begin = this.begin[supporter]!;
		const room = this.room[supporter]!;
		const taken = this.taken[supporter]!;
		let outbid: number = NONE;
		if (taken < room) {
			this.taken[supporter] = taken + 1;
			this.rise(begin, taken, member, bid);
		} else {
			outbid = this.holder[begin]!;
			this.sink(begin, room, member, bid);
		}
		if (this.taken[supporter] === room) this.price[supporter] = this.bid[begin]!;
		return outbid;
	}

	private rise(begin: number, last: number, member: number, bid: number): void {
		let at = last;
		while (at > 0) {
			const above = (at - 1) >> 1;
			if (this.bid[begin + above]! <= bid) break;
			this.put(begin + at, this.holder[begin + above]!, this.bid[begin + above]!);
			at = above;
		}
		this.put(begin + at, member, bid);
	}

	/** Puts a bid in the place of the lowest. */
	private sink(begin: number, size: number, member: number, bid: number): void {
		let at = 0;
		for (;;) {
			let below = 2 * at + 1;
			if (below >= size) break;
			if (below + 1 < size && this.bid[begin + below + 1]! < this.bid[begin + below]!) below++;
			if (this.bid[begin + below]! >= bid) break;
			this.put(begin + at, this.holder[begin + below]!, this.bid[begin + below]!);
			at = below;
		}
		this.put(begin + at, member, bid);
	}

	private put(at: number, member: number, bid: number): void {
		this.bid[at] = bid;
		this.holder[at] = member;
	}
}
