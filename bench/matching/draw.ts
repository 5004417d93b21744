/** Ways to draw from a source of numbers between 0 and 1. */
export type Draw = ReturnType<typeof drawingFrom>;

export function drawingFrom(random: () => number) {
	const pick = (weights: readonly number[]): number => {
		let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
		const found = weights.findIndex((weight) => (left -= weight) < 0);
		return found < 0 ? weights.length - 1 : found;
	};
	const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
	return {
		/** One of so many, by their weights. */
		pick,
		whole,
		chance: (part: number) => random() < part,
		between: (least: number, most: number) => least + random() * (most - least),
		/** So long until something happens that happens as often at any time. */
		waiting: (mean: number) => -mean * Math.log(1 - random()),
		/** Different ones, between so few and so many. */
		several: (least: number, most: number, weights: readonly number[]) => {
			const drawn = new Set<number>();
			for (const count = whole(least, most); drawn.size < count;) drawn.add(pick(weights));
			return [...drawn];
		},
		/** A normal deviate (Box and Muller 1958). */
		normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
	};
}
