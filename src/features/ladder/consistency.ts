import type { Id } from '#platform/ids.ts';
import { cohensKappa, ENOUGH, type Agreement } from './kappa.ts';
import { steps } from './ladder.ts';

export type LookId = Id<'second-look'>;

/** What somebody would have done, who does not know what was done. */
export const judgements = ['nothing', ...steps] as const;
export type Judgement = (typeof judgements)[number];

/** So many decided cases are looked at again each week, by so many others. */
export const A_WEEK = 5;
export const JUDGES = 2;

/** How alike stewards judge: among themselves, and with what was decided. Undefined while there is too little to say. */
export interface Consistency {
	/** How many things two others have judged. */
	pairs: number;
	/** How many are enough to say anything. */
	enough: number;
	amongThemselves: Agreement | undefined;
	withDecided: Agreement | undefined;
}

/** One decided case that others have judged again, the first to judge first. */
export interface JudgedAgain {
	decided: Judgement;
	judged: readonly Judgement[];
}

export function consistencyOf(looks: readonly JudgedAgain[]): Consistency {
	const pairs = looks.flatMap(({ judged: [first, second] }) =>
		first && second ? [[first, second] as const] : [],
	);
	const withDecided = looks.flatMap(({ decided, judged }) => judged.map((step) => [decided, step] as const));
	const when = (enough: boolean, of: readonly (readonly [string, string])[]) =>
		enough ? cohensKappa(of) : undefined;
	return {
		pairs: pairs.length,
		enough: ENOUGH,
		amongThemselves: when(pairs.length >= ENOUGH, pairs),
		withDecided: when(pairs.length >= ENOUGH, withDecided),
	};
}
