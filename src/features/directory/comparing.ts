import type { ListingId } from './events.ts';
import { unsaid, type Listing } from './listing.ts';

/** Something that a listing says; its slug is what it is called by, and never changes. */
export type Said = Exclude<keyof Listing, 'slug'>;

/** A listing as JSON keeps it. */
export type AsKept = Omit<Listing, 'updated'> & { updated: string | null };

export const kept = (listing: Listing): AsKept => ({
	...listing,
	updated: listing.updated?.toISOString() ?? null,
});

/** What JSON has kept, as it was; things that listings say only since then are unsaid in it. */
export const revived = ({ position, updated, ...listing }: AsKept): Listing => ({
	...unsaid,
	...listing,
	position: position && {
		latitude: position.latitude,
		longitude: position.longitude,
		coarse: position.coarse,
	},
	updated: updated === null ? null : new Date(updated),
});

/** A listing as it is here, and what its list said of it when that was last brought in, where that is known. */
export interface Known {
	id: ListingId;
	listing: Listing;
	saidBefore: Listing | null;
}

export type ChangeKind = 'added' | 'changed' | 'gone' | 'noted';

/** A listing somewhere else that may be this one: it meets at the same time, at the same place or under a like name. */
export interface Twin {
	/** `body~slug` */
	slug: string;
	name: string;
	because: 'place' | 'name';
}

/** What bringing in a list would do to one listing. */
export interface Change {
	slug: string;
	change: ChangeKind;
	known: Known | null;
	/** How it would be here. Null: gone. */
	after: Listing | null;
	/** What the list says. */
	says: Listing | null;
	fields: readonly Said[];
	/** Edited here, and other than the list says: these stay. */
	kept: readonly Said[];
}

export interface Comparison {
	changes: readonly Change[];
	same: number;
}

/**
 * Compares what a list says with what is here. What was edited here stays: a field that says something else than the list
 * did when it was last brought in is ours, and the list has its say again when both agree.
 */
export function compare(
	listed: readonly Listing[],
	known: ReadonlyMap<string, Known>,
	/** Slugs of what was taken off here: it stays off, whatever the list says. */
	off: ReadonlySet<string> = new Set(),
): Comparison {
	const changes: Change[] = [];
	let same = 0;
	for (const says of listed) {
		const before = known.get(says.slug);
		if (off.has(says.slug)) {
			same++;
			continue;
		}
		const change = before ? merged(before, says) : added(says);
		if (change) changes.push(change);
		if (before && change?.change !== 'changed') same++;
	}
	const named = new Set(listed.map(({ slug }) => slug));
	for (const [slug, before] of known)
		if (!named.has(slug))
			changes.push({
				...{ slug, change: 'gone', known: before, after: null, says: null, fields: [] },
				kept: editedIn(before),
			});
	return { changes, same };
}

const added = (says: Listing): Change => ({
	...{ slug: says.slug, change: 'added', known: null, after: says, says },
	...{ fields: [], kept: [] },
});

function merged(known: Known, says: Listing): Change | undefined {
	const ours = new Set(editedIn(known));
	const keeping = said.filter((field) => ours.has(field) && !alike(known.listing, says, field));
	const after = { ...says, ...pick(known.listing, keeping) };
	const fields = said.filter((field) => !alike(known.listing, after, field));
	const saidAnew = known.saidBefore === null || said.some((f) => !alike(known.saidBefore!, says, f));
	if (fields.length === 0 && !saidAnew) return undefined;
	return {
		...{ slug: says.slug, change: fields.length > 0 ? 'changed' : 'noted', known, after, says, fields },
		kept: keeping,
	};
}

/** What was edited here since its list was last brought in. */
export const editedIn = ({ listing, saidBefore }: Pick<Known, 'listing' | 'saidBefore'>): Said[] =>
	saidBefore === null ? [] : said.filter((field) => !alike(listing, saidBefore, field));

/** Whether two listings say the same in everything. */
export const sameListing = (one: Listing, other: Listing): boolean =>
	said.every((field) => alike(one, other, field));

const said = ['name', ...Object.keys(unsaid)] as Said[];

const alike = (one: Listing, other: Listing, field: Said) =>
	one[field] === other[field] || JSON.stringify(one[field]) === JSON.stringify(other[field]);

const pick = (listing: Listing, fields: readonly Said[]): Partial<Listing> =>
	Object.fromEntries(fields.map((field) => [field, listing[field]]));
