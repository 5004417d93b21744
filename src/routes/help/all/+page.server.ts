import { linesEverywhere } from '#features/help/server/index.ts';
import { standingOf } from '#features/safety/lines/in-order.ts';
import { dayOf } from '#platform/time.ts';
import type { PageServerLoad } from './$types.js';

/**
 * Every country on one page, without a word about now: it may be read days later, without a network. What has expired comes
 * last in its country.
 */
export const load: PageServerLoad = async ({ locals }) => {
	const today = dayOf(locals.now);
	const countries = await linesEverywhere(locals.db);
	return {
		everywhere: countries.map(({ country, emergency, lines }) => ({
			country,
			emergency,
			lines: lines
				.map((line) => ({ ...line, standing: standingOf(line, today) }))
				.sort((a, b) => Number(a.standing === 'expired') - Number(b.standing === 'expired')),
		})),
	};
};
