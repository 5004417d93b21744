import { musts, type Member } from './member.ts';
import { sizeOf, type Roster } from './roster.ts';

/** A skill is scarce when somebody who waits needs it and fewer supporters than this have it. */
const SCARCE_BELOW = 0.2;

/** Finds the skills that people who wait cannot do without and few supporters have. */
export function scarceSkills(waiting: readonly Member[], roster: Roster): Set<string> {
	const rare = isRare(roster);
	return new Set(waiting.flatMap((member) => needs(member, rare).filter(rare)));
}

/** Which of the scarce skills a member needs. */
export const scarceNeeds = (member: Member, scarce: ReadonlySet<string>, roster: Roster): string[] =>
	scarce.size === 0 ? [] : needs(member, isRare(roster)).filter((skill) => scarce.has(skill));

const isRare = (roster: Roster) => (skill: string) =>
	sizeOf(roster.having.get(skill)) < SCARCE_BELOW * roster.supporters.length;

/**
 * What a member cannot do without: their musts, and their languages when no common one among them would do. As they
 * stand in the roster’s index.
 */
function needs(member: Member, rare: (skill: string) => boolean): string[] {
	const languages = member.languages.map(({ language }) => `speaks:${language}:${member.leastFluency}`);
	const asked = musts(member).flatMap(({ about, anyOf }) => anyOf.map((value) => `${about}:${value}`));
	return languages.every(rare) ? [...languages, ...asked] : asked;
}
