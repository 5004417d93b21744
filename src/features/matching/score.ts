import { languagesShared } from './feasible.ts';
import { nices, type Member } from './member.ts';
import type { Rarity } from './rarity.ts';
import { grants, type Supporter } from './supporter.ts';
import { sharedSlots } from './week.ts';

/** What makes two people fit, each part between 0 and 1. */
export type Part = (typeof parts)[number];
export type Parts = Record<Part, number>;

export const parts = ['experience', 'wishes', 'time', 'style', 'language', 'continuity'] as const;

/** How much each part counts, where it applies. */
export const shares: Parts = {
	experience: 0.4,
	wishes: 0.25,
	time: 0.15,
	style: 0.08,
	language: 0.07,
	continuity: 0.05,
};

/** Half hours a week beyond which more shared time is no better. */
export const AMPLE_SLOTS = 8;

/** What a member named first is what they come with: it counts twice. */
export const NAMED_FIRST = 3;

/** How well two people fit: the mean of the parts that apply to this member, by their shares; between 0 and 1. */
export function score(member: Member, supporter: Supporter, rarity: Rarity, of = shares): number {
	return mean(partsOf(member, supporter, rarity), sharesFor(member, of));
}

/** The shares of the parts that apply to a member, of a sum of one; 0 for the others. */
export function sharesFor(member: Member, of = shares): Parts {
	const applying: Parts = {
		experience: member.lived.length > 0 ? of.experience : 0,
		wishes: nices(member).length > 0 ? of.wishes : 0,
		time: member.asynchronous ? 0 : of.time,
		style: member.styles.length > 0 ? of.style : 0,
		language: of.language,
		continuity: member.before.length > 0 ? of.continuity : 0,
	};
	let whole = 0;
	for (const part of parts) whole += applying[part];
	if (whole > 0) for (const part of parts) applying[part] /= whole;
	return applying;
}

export const mean = (have: Parts, share: Parts): number =>
	share.experience * have.experience +
	share.wishes * have.wishes +
	share.time * have.time +
	share.style * have.style +
	share.language * have.language +
	share.continuity * have.continuity;

/** Each part for itself. What does not apply is 0. */
export function partsOf(member: Member, supporter: Supporter, rarity: Rarity): Parts {
	const wished = nices(member);
	return {
		experience: sharedExperience(member, supporter, rarity),
		wishes: fraction(wished.filter((wish) => grants(supporter, wish)).length, wished.length),
		time: Math.min(1, sharedSlots(member.hours, supporter.hours) / AMPLE_SLOTS),
		style: fraction(
			member.styles.filter((style) => supporter.styles.includes(style)).length,
			member.styles.length,
		),
		language: Math.max(0, ...languagesShared(member, supporter).map(({ fluency }) => fluency)) / 3,
		continuity: member.before.includes(supporter.id) ? 1 : 0,
	};
}

/** The part of what a member has lived through that a supporter knows too, by how rare it is. */
function sharedExperience({ lived }: Member, supporter: Supporter, rarity: Rarity): number {
	let shared = 0;
	lived.forEach((code, place) => {
		if (supporter.lived.includes(code)) shared += experienceCounts(code, place, rarity);
	});
	return fraction(shared, wholeExperience(lived, rarity));
}

/** What everything a member has lived through counts together. */
export const wholeExperience = (lived: readonly string[], rarity: Rarity): number =>
	lived.reduce((sum, code, place) => sum + experienceCounts(code, place, rarity), 0);

export const experienceCounts = (code: string, place: number, rarity: Rarity): number =>
	(place < NAMED_FIRST ? 2 : 1) * rarity(code);

const fraction = (some: number, all: number) => (all > 0 ? some / all : 0);

/** A reason for a suggestion: a part that speaks for it. `matching.reason.<part>` says it. */
export type Reason = Part;

/** The two parts that speak most for a pairing, the stronger first. */
export function reasonsFor(member: Member, supporter: Supporter, rarity: Rarity, of = shares): Reason[] {
	const have = partsOf(member, supporter, rarity);
	const share = sharesFor(member, of);
	return parts
		.filter((part) => have[part] * share[part] > 0)
		.sort((one, other) => have[other] * share[other] - have[one] * share[one])
		.slice(0, 2);
}
