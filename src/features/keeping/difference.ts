import type { Listing } from '#features/directory/listing.ts';

/** Something a listing says. */
export type Field = Exclude<keyof Listing, 'slug' | 'updated'>;

/** Where two of them differ, in the order in which a listing says things. When its list changed it, is none of it. */
export function differences(before: Listing, after: Listing): Field[] {
	return fieldsOf(before).filter((field) => !same(before[field], after[field]));
}

/**
 * What was proposed on top of what a listing says by now: the proposal changes what it meant to change, and leaves as it
 * is what has been changed meanwhile.
 */
export function merged(now: Listing, { from, to }: { from: Listing; to: Listing }): Listing {
	const meant = differences(from, to).map((field) => [field, to[field]]);
	return { ...now, ...(Object.fromEntries(meant) as Partial<Listing>) };
}

/** What a proposal would change that somebody has changed meanwhile, to something else. */
export const contested = (now: Listing, { from, to }: { from: Listing; to: Listing }): Field[] =>
	differences(from, now).filter((field) => !same(from[field], to[field]) && !same(now[field], to[field]));

const fieldsOf = (listing: Listing) =>
	(Object.keys(listing) as (keyof Listing)[]).filter(
		(field): field is Field => field !== 'slug' && field !== 'updated',
	);

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
