/** Supporters by how far they are, the nearest first; of two as far, the one of the lower number. */
export class Nearest {
	private readonly far: number[] = [];
	private readonly who: number[] = [];

	get size(): number {
		return this.who.length;
	}

	clear(): void {
		this.far.length = 0;
		this.who.length = 0;
	}

	add(who: number, far: number): void {
		let at = this.who.length;
		while (at > 0) {
			const above = (at - 1) >> 1;
			if (!isBefore(far, who, this.far[above]!, this.who[above]!)) break;
			this.far[at] = this.far[above]!;
			this.who[at] = this.who[above]!;
			at = above;
		}
		this.far[at] = far;
		this.who[at] = who;
	}

	/** Takes the nearest off. There has to be one. */
	take(): { who: number; far: number } {
		const nearest = { who: this.who[0]!, far: this.far[0]! };
		const far = this.far.pop()!;
		const who = this.who.pop()!;
		const size = this.who.length;
		let at = 0;
		for (let below = 1; below < size; below = 2 * at + 1) {
			if (below + 1 < size && this.isBefore(below + 1, below)) below++;
			if (!isBefore(this.far[below]!, this.who[below]!, far, who)) break;
			this.far[at] = this.far[below]!;
			this.who[at] = this.who[below]!;
			at = below;
		}
		if (size > 0) {
			this.far[at] = far;
			this.who[at] = who;
		}
		return nearest;
	}

	private isBefore(one: number, other: number): boolean {
		return isBefore(this.far[one]!, this.who[one]!, this.far[other]!, this.who[other]!);
	}
}

const isBefore = (far: number, who: number, otherFar: number, otherWho: number) =>
	far < otherFar || (far === otherFar && who < otherWho);
