import { z } from 'zod';
import type { Id } from '#platform/ids.ts';
import { accessNeeds, kinds } from './listing.ts';
import { topicKey } from './said.ts';
import { isZone } from '#platform/time.ts';
import { often } from './import.ts';
import { partsOfDay, type Day, type PartOfDay } from './times.ts';
import { typeCodeOf } from './types.ts';
import type { FreeHours } from './when.ts';

const parts = Object.keys(partsOfDay) as PartOfDay[];

/** The hours somebody may have to themselves, in the order in which they are asked for. */
export const freeHours = ['weekday', 'weekend'].flatMap((kind) =>
	parts.map((part) => `${kind}-${part}` as FreeHours),
);

/** How far somebody goes, in kilometres. */
export const distances = [2, 5, 10, 25, 50, 100] as const;
const USUAL_DISTANCE = 25;

const words = z
	.string()
	.transform((text) =>
		text
			.replace(/\p{C}+/gu, ' ')
			.trim()
			.slice(0, 200),
	)
	.catch('');
const ticked = z.literal('yes').optional().catch(undefined);
const several = <Of extends string>(of: readonly Of[]) =>
	z
		.array(z.string())
		.transform((some) => of.filter((each) => some.includes(each)))
		.catch([]);

/** Two figures after the point are about a kilometre; this is about five. */
const COARSE = 0.05;
const rounded = (degrees: number) => Number((Math.round(degrees / COARSE) * COARSE).toFixed(2));

/** Reads a query. What makes no sense asks for nothing: an old link still leads to a list. */
const FiltersForm = z.object({
	/** What somebody is looking for, in their own words. */
	q: words,
	when: z.enum(['now', 'today', 'tomorrow']).optional().catch(undefined),
	day: z
		.string()
		.regex(/^[0-6]$/)
		.transform((digit) => Number(digit) as Day)
		.optional()
		.catch(undefined),
	part: z.enum(parts).optional().catch(undefined),
	/** A town or a postcode. */
	near: words,
	/** Where the reader is, `51.5,-0.1`: rounded before it leaves the browser, and again here. */
	at: z
		.string()
		.regex(/^-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?$/)
		.transform((text) => text.split(',').map((part) => rounded(Number(part))) as [number, number])
		.refine(([latitude, longitude]) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
		.optional()
		.catch(undefined),
	km: z.coerce
		.number()
		.refine((km) => (distances as readonly number[]).includes(km))
		.catch(USUAL_DISTANCE),
	where: z.enum(['in-person', 'online', 'phone']).optional().catch(undefined),
	kind: z.enum(kinds).optional().catch(undefined),
	topic: z
		.string()
		.transform(topicKey)
		.transform((topic) => topic.slice(0, 80) || undefined)
		.optional()
		.catch(undefined),
	language: z
		.string()
		.regex(/^[a-z]{2,3}$/)
		.optional()
		.catch(undefined),
	type: z.string().transform(typeCodeOf).optional().catch(undefined),
	/** What somebody needs to be able to come; all of it. */
	need: several(accessNeeds),
	/** When somebody has time. It changes the order, not what is listed. */
	hours: several(freeHours),
	free: ticked,
	newcomers: ticked,
	observers: ticked,
	/** From 1. */
	page: z.coerce.number().int().min(1).max(4000).catch(1),
});

/** How a search is narrowed down. Every one of them is a plain address: `/find?q=grief&when=today&where=online`. */
export type Filters = z.infer<typeof FiltersForm>;

const lists = new Set(['need', 'hours']);

export const filtersIn = (query: URLSearchParams): Filters =>
	FiltersForm.parse({
		...Object.fromEntries(query),
		...Object.fromEntries([...lists].map((name) => [name, query.getAll(name)])),
	});

export const nothingAsked: Filters = filtersIn(new URLSearchParams());

/** The same search with something changed, as the shortest query; a change leads to its first page. */
export function queryOf(filters: Filters, change: Partial<Filters> = {}): string {
	const wanted = { ...filters, page: 1, ...change };
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(wanted)) {
		if (value === undefined || value === '' || String(value) === String(nothingAsked[name as keyof Filters]))
			continue;
		if (name === 'km' && !wanted.near && !wanted.at) continue;
		if (lists.has(name)) for (const each of value as string[]) query.append(name, each);
		else query.set(name, String(value));
	}
	const text = query.toString();
	return text && `?${text}`;
}

/** Something one was given the id of by a page. */
const id = <Of extends string>() => z.uuid().transform((text) => text as Id<Of>);

export const KeepForm = z.object({ query: z.string().max(2000) });
export const ForgetForm = z.object({ search: id<'saved-search'>() });
export const SynonymForm = z.object({
	id: id<'synonym'>().optional(),
	/** One on each line. */
	phrases: z
		.string()
		.max(4000)
		.transform((text) => text.split(/\r?\n/)),
});
export const RemoveSynonymForm = z.object({ id: id<'synonym'>() });
/** Somebody’s list: a file, or an address, and what it is called here. */
export const ListForm = z.object({
	address: z
		.string()
		.trim()
		.max(2000)
		.regex(/^(https?:\/\/.*)?$/i, 'not-right')
		.default(''),
	slug: z
		.string()
		.trim()
		.max(60)
		.regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'not-right')
		.default(''),
	zone: z
		.string()
		.trim()
		.refine((name) => name === '' || (name.includes('/') && isZone(name)), 'not-right')
		.default(''),
});

export const OftenForm = z.object({ slug: z.string().max(60), every: z.enum([...often, 'never']) });

export const DecisionForm = z.object({
	basis: z.string().max(100),
	losses: z.literal('meant').optional(),
});

const shows = ['added', 'changed', 'gone', 'kept', 'twins'] as const;
export type Shown = (typeof shows)[number];

/** Which changes of an import are looked at. */
export const shownIn = (query: URLSearchParams): { kind: Shown | undefined; page: number } => ({
	kind: z
		.enum(shows)
		.optional()
		.catch(undefined)
		.parse(query.get('show') ?? undefined),
	page: z.coerce
		.number()
		.int()
		.min(1)
		.max(10_000)
		.catch(1)
		.parse(query.get('page') ?? 1),
});
