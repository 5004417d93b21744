import { filtersIn } from '#features/directory/forms.ts';
import { soonest } from '#features/directory/server/index.ts';
import { openly } from '#web/open.ts';
import type { RequestHandler } from './$types.js';

/** What the finder on the pages of others asks for: a page of listings, with when each begins next. */
export const GET: RequestHandler = async (event) => {
	const { locals, url } = event;
	const found = await soonest(locals.db, {
		filters: filtersIn(url.searchParams),
		body: url.searchParams.get('body') ?? undefined,
		now: locals.now,
	});
	const listings = found.listings.map(({ path, ...listing }) => ({
		...listing,
		url: url.origin + path,
	}));
	return openly(event, JSON.stringify({ ...found, listings }), { 'content-type': 'application/json' });
};
