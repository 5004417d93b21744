import type { AgeBand } from '#features/people/person.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import { minutes } from '#platform/time.ts';

export type CaseId = Id<'case'>;

export const caseKinds = ['report', 'words', 'pattern', 'appeal', 'second-look'] as const;

/** Why stewards look: somebody told them, words carry danger, a pattern shows, an appeal, or a second look at what is done. */
export type CaseKind = (typeof caseKinds)[number];

/** How near danger is: 3 now, 2 soon, 1 none that anybody knows of. */
export type Tier = 1 | 2 | 3;

/** How a case ends: it stays as it is, something was done about it, or there is nothing left to decide. */
export type Outcome = 'kept' | 'measured' | 'closed';

/** Something that stewards look at, as rules see it. */
export interface Case {
	id: CaseId;
	/** What it is about, as whatever can be reported is named: `message:0198…`. */
	about: string;
	kind: CaseKind;
	tier: Tier;
	state: 'open' | Outcome;
	/** Whose it is; null where it is nobody’s, or they have erased themselves. */
	subjectId: PersonId | null;
	/** Who told stewards of it. Never shown to anybody it concerns. */
	reporterIds: readonly PersonId[];
	/** Who stays away from it beside them, such as whoever decided what it appeals against. */
	apartIds: readonly PersonId[];
	takenBy: PersonId | null;
	secondId: PersonId | null;
	ageBand: AgeBand;
	openedAt: Date;
	/** Since when danger is known to be as near as it is. */
	tierSince: Date;
	settledAt: Date | null;
}

/** Raises danger, and never lowers it: only people do that, by deciding. */
export const nearer = (one: Tier, other: Tier): Tier => (one > other ? one : other);

/**
 * Whether what was looked at and kept is not looked at again: as long as it has not been changed since, and nobody sees
 * nearer danger in it than whoever kept it had before them.
 */
export function staysKept(
	kept: { tier: Tier; settledAt: Date },
	again: { tier: Tier; editedAt: Date | undefined },
): boolean {
	return again.tier <= kept.tier && (again.editedAt === undefined || again.editedAt <= kept.settledAt);
}

/** By when somebody has come, in milliseconds since danger was known: the first, and where it is nearest, another one. */
export const COMES_WITHIN: Readonly<Record<Tier, { first: number | null; second: number | null }>> = {
	3: { first: minutes(2), second: minutes(5) },
	2: { first: minutes(15), second: null },
	1: { first: null, second: null },
};

/** What of a case its clock needs. */
export interface Waiting {
	tier: Tier;
	tierSince: Date;
	takenBy: PersonId | null;
	secondId: PersonId | null;
}

export type Clock =
	/** Who is still to come, by when, and whether that is past. */
	{ awaits: 'first' | 'second'; by: Date; late: boolean } | { awaits: 'nobody' } | { awaits: 'its-turn' };

/** What a case waits for, and until when. Without danger it waits for its turn, and no clock runs. */
export function clockOf({ tier, tierSince, takenBy, secondId }: Waiting, now: Date): Clock {
	const awaits = !takenBy ? 'first' : secondId ? undefined : 'second';
	if (!awaits) return { awaits: 'nobody' };
	const within = COMES_WITHIN[tier][awaits];
	if (within === null) return awaits === 'first' ? { awaits: 'its-turn' } : { awaits: 'nobody' };
	const by = new Date(tierSince.getTime() + within);
	return { awaits, by, late: by < now };
}
