/** Keeps the best few of many that come one by one, best first; of two that are equal, the one that came first. */
export class Ranking {
	count = 0;
	/** Whatever does not rank above this is not kept. */
	threshold = -Infinity;
	readonly places: Uint32Array;
	readonly scores: Float64Array;
	private readonly ranks: Float64Array;

	constructor(keep: number) {
		this.places = new Uint32Array(keep);
		this.scores = new Float64Array(keep);
		this.ranks = new Float64Array(keep);
		this.clear();
	}

	clear(): void {
		this.count = 0;
		this.threshold = this.ranks.length > 0 ? -Infinity : Infinity;
	}

	/** Takes in what ranks above the threshold. */
	add(place: number, score: number, rank: number): void {
		const { places, scores, ranks } = this;
		if (this.count < ranks.length) this.count++;
		let at = this.count - 1;
		for (; at > 0 && rank > ranks[at - 1]!; at--) {
			places[at] = places[at - 1]!;
			scores[at] = scores[at - 1]!;
			ranks[at] = ranks[at - 1]!;
		}
		places[at] = place;
		scores[at] = score;
		ranks[at] = rank;
		if (this.count === ranks.length) this.threshold = ranks[this.count - 1]!;
	}
}
