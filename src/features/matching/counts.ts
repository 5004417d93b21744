import { nices, type Member, type Wish } from './member.ts';
import type { Rarity } from './rarity.ts';
import { setOf, setOfThose, type Roster } from './roster.ts';
import { AMPLE_SLOTS, experienceCounts, sharesFor, wholeExperience, type Parts } from './score.ts';
import type { SharedHours } from './shared-hours.ts';

/** Everybody who has something that counts for a member, and how much it adds to the score. */
export interface Count {
	those: Uint32Array;
	adds: number;
}

/**
 * The score of `score.ts` taken apart: a member’s score with somebody is the sum of what counts and is true of them. A test
 * compares the two.
 */
export function countsFor(
	member: Member,
	roster: Roster,
	{ hours, rarity, shares }: { hours: SharedHours; rarity: Rarity; shares: Parts | undefined },
): Count[] {
	const share = sharesFor(member, shares);
	const whole = wholeExperience(member.lived, rarity);
	const wished = nices(member);
	const count = (keys: readonly string[], adds: number): Count => ({ those: setOf(roster, keys), adds });
	return [
		...member.lived.map((code, place) =>
			count([`lived:${code}`], (share.experience * experienceCounts(code, place, rarity)) / whole),
		),
		...wished.map((wish) => count(keysOf(wish), share.wishes / wished.length)),
		...member.styles.map((style) => count([`style:${style}`], share.style / member.styles.length)),
		...[1, 2, 3].map((level) => count(speaking(member, level), share.language / 3)),
		{ those: setOfThose(roster, member.before), adds: share.continuity },
		{ those: hours.ones, adds: share.time / AMPLE_SLOTS },
		{ those: hours.twos, adds: (2 * share.time) / AMPLE_SLOTS },
		{ those: hours.fours, adds: (4 * share.time) / AMPLE_SLOTS },
		{ those: hours.eights, adds: share.time },
	].filter(({ adds }) => adds > 0);
}

/** What a wish looks for, as it stands in a roster. */
export const keysOf = ({ about, anyOf }: Wish): string[] => anyOf.map((value) => `${about}:${value}`);

/** Having a language in common in which both are at least at this level. */
const speaking = ({ languages, leastFluency }: Member, level: number): string[] =>
	languages
		.filter(({ fluency }) => fluency >= level)
		.map(({ language }) => `speaks:${language}:${Math.max(level, leastFluency)}`);
