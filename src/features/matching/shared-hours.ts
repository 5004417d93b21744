import type { Roster } from './roster.ts';
import { slotsOf, type Week } from './week.ts';

/**
 * How many half hours a week somebody shares with everybody in a roster, counted for thirty-two of them at once: each set
 * holds one binary digit of everybody’s count. Whoever shares eight or more is in `eights` alone.
 */
export interface SharedHours {
	ones: Uint32Array;
	twos: Uint32Array;
	fours: Uint32Array;
	eights: Uint32Array;
}

/** Counts for one member after the other; the sets are used again. */
export function sharedHoursOver({ freeAt, words }: Roster): (hours: Week) => SharedHours {
	const ones = new Uint32Array(words);
	const twos = new Uint32Array(words);
	const fours = new Uint32Array(words);
	const eights = new Uint32Array(words);
	return (hours) => {
		const free = slotsOf(hours).map((slot) => freeAt[slot]!);
		for (let word = 0; word < words; word++) {
			let one = 0;
			let two = 0;
			let four = 0;
			let eight = 0;
			for (let at = 0; at < free.length; at++) {
				// A column of adders: what is carried out of one digit goes into the next.
				let carry = free[at]![word]! | 0;
				one ^= carry;
				carry &= ~one;
				two ^= carry;
				carry &= ~two;
				four ^= carry;
				carry &= ~four;
				eight |= carry;
			}
			ones[word] = one & ~eight;
			twos[word] = two & ~eight;
			fours[word] = four & ~eight;
			eights[word] = eight;
		}
		return { ones, twos, fours, eights };
	};
}
