/**
 * The half hours of a week, Monday 00:00 UTC first, in which somebody has time: one bit for each, so that what two people
 * share is a few machine words. Whoever keeps wall-clock rules writes them out for the week that comes.
 */
export type Week = Uint32Array;

/** Half hours in a week. */
export const SLOTS = 336;

export const noTime = (): Week => new Uint32Array(Math.ceil(SLOTS / 32));

/** Time from one half hour up to another, which may lie past Sunday’s end and so comes round to Monday. */
export function addTime(week: Week, from: number, until: number): Week {
	for (let slot = from; slot < until; slot++) {
		const at = ((slot % SLOTS) + SLOTS) % SLOTS;
		week[at >>> 5]! |= 1 << at;
	}
	return week;
}

/** The half hours in a week, earliest first. */
export function slotsOf(week: Week): number[] {
	const slots: number[] = [];
	week.forEach((word, at) => {
		for (let bits = word | 0; bits !== 0; bits &= bits - 1) slots.push(at * 32 + lowestBit(bits));
	});
	return slots;
}

/** The place of the lowest bit that is set. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** How many half hours two weeks share. */
export function sharedSlots(one: Week, other: Week): number {
	let shared = 0;
	for (let word = 0; word < one.length; word++) shared += bitsIn(one[word]! & other[word]!);
	return shared;
}

/** How many bits of 32 are set, summed in parallel within the word. */
export function bitsIn(word: number): number {
	const pairs = word - ((word >>> 1) & 0x55555555);
	const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
