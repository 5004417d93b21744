import { audiences, topics } from '#features/safety/lines/line.ts';
import type { Wanted } from '#features/safety/lines/in-order.ts';

/**
 * What somebody looks for on the page Help. In the address it is a letter and a number, so that a history tells nobody what
 * it was about; and it is nowhere else.
 */
export function askedFor(query: URLSearchParams): { country: string | undefined; wanted: Wanted } {
	const country = query.get('c') ?? undefined;
	const language = query.get('l') ?? undefined;
	return {
		country: country && /^[A-Z]{2}$/.test(country) ? country : undefined,
		wanted: {
			audience: audiences[numberIn(query, 'w')],
			topic: topics[numberIn(query, 't')],
			language: language && /^[A-Za-z-]{2,12}$/.test(language) ? language : undefined,
		},
	};
}

const numberIn = (query: URLSearchParams, name: string) => Number(query.get(name) || Number.NaN);
