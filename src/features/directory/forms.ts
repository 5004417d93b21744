import { z } from 'zod';
import { partsOfDay, type Day, type PartOfDay } from './times.ts';
import { typeCodeOf } from './types.ts';

const parts = Object.keys(partsOfDay) as PartOfDay[];

/** Reads a query. What makes no sense asks for nothing: an old link still leads to a list. */
const FiltersForm = z.object({
	day: z
		.string()
		.regex(/^[0-6]$/)
		.transform((digit) => Number(digit) as Day)
		.optional()
		.catch(undefined),
	part: z.enum(parts).optional().catch(undefined),
	type: z.string().transform(typeCodeOf).optional().catch(undefined),
	where: z.enum(['in-person', 'online']).optional().catch(undefined),
	/** Words that all have to be found in its name, place or group. */
	q: z
		.string()
		.transform((text) =>
			text
				.replace(/\p{C}+/gu, ' ')
				.trim()
				.slice(0, 100),
		)
		.catch(''),
	/** From 1. */
	page: z.coerce.number().int().min(1).max(4000).catch(1),
});

/** How a list of meetings is narrowed down. Every one of them is a plain address: `/meetings?day=2&part=evening`. */
export type Filters = z.infer<typeof FiltersForm>;

export const filtersIn = (query: URLSearchParams): Filters => FiltersForm.parse(Object.fromEntries(query));

/** The same list with something changed, as the shortest query; a change leads to its first page. */
export function queryOf(filters: Filters, change: Partial<Filters> = {}): string {
	const wanted = { ...filters, page: 1, ...change };
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(wanted))
		if (value !== undefined && value !== '' && !(name === 'page' && value === 1))
			query.set(name, String(value));
	const text = query.toString();
	return text && `?${text}`;
}
