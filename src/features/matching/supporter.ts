import type { AgeBand } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Spoken, Wish, WishAbout } from './member.ts';
import type { Week } from './week.ts';

/** What a supporter may be found by, beside what they have lived through and how they are with people. */
export type Trait = Exclude<WishAbout, 'lived' | 'style'>;

/** A peer supporter as they are now: what they offer, and how much more they can carry. */
export interface Supporter {
	id: PersonId;
	ageBand: AgeBand;
	/** Each once. */
	languages: readonly Spoken[];
	lived: readonly string[];
	styles: readonly string[];
	traits: Partial<Record<Trait, readonly string[]>>;
	/** Topics they do not take. */
	declines: readonly string[];
	hours: Week;
	/** Blocks, and whoever both said no to before. */
	avoids: readonly PersonId[];
	ties: readonly string[];
	/** Neither resting, nor cooling down, nor without the permission. */
	open: boolean;
	/** Pairings they have, and offers that wait for their answer. */
	pairings: number;
	/** Pairings they can carry. */
	cap: number;
	/** How many more they may be asked for now; caps on new pairings, hours and nights may make it less than cap − pairings. */
	room: number;
}

/** Everything a wish may look for in a supporter, as `about:value`. */
export const offersOf = ({ lived, styles, traits }: Supporter): string[] => [
	...lived.map((code) => `lived:${code}`),
	...styles.map((code) => `style:${code}`),
	...Object.entries(traits).flatMap(([about, values]) => values.map((value) => `${about}:${value}`)),
];

/** Whether a supporter is what a wish asks for. */
export const grants = (supporter: Supporter, { about, anyOf }: Wish): boolean =>
	anyOf.some((value) => valuesOf(supporter, about).includes(value));

function valuesOf({ lived, styles, traits }: Supporter, about: WishAbout): readonly string[] {
	if (about === 'lived') return lived;
	return about === 'style' ? styles : (traits[about] ?? []);
}
