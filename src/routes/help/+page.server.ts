import { linesEverywhere } from '#features/help/server/index.ts';
import { inOrder } from '#features/safety/lines/in-order.ts';
import { askedFor } from './asked.ts';
import type { PageServerLoad } from './$types.js';

/** Nothing of what is asked is kept or logged. Where somebody is is theirs to say: an address is never looked at for it. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = askedFor(url.searchParams);
	const countries = await linesEverywhere(locals.db);
	const here = countries.find(({ country }) => country === (asked.country ?? locals.person?.country));
	return {
		countries: countries.map(({ country }) => country),
		here: here && {
			country: here.country,
			emergency: here.emergency,
			lines: inOrder(here.lines, asked.wanted, locals.now),
			languages: [...new Set(here.lines.flatMap(({ languages }) => languages))],
		},
		wanted: asked.wanted,
		now: locals.now,
		/** On a device that others use too, nothing of this page stays behind. */
		keepable: !(locals.person?.session.sharedDevice ?? false),
	};
};
