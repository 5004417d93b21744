import { organizationOf, serviceOf, serviceSummaryOf } from '#features/directory/hsds.ts';
import { countPublic, firstDayOf, publicListings } from '#features/directory/server/index.ts';
import { inPage, pageIn } from '../asked.ts';
import type { RequestHandler } from './$types.js';

/** A page of services; with `full=true`, each with everything inside. */
export const GET: RequestHandler = async (event) => {
	const { locals, url } = event;
	const { page, perPage, slice } = pageIn(event);
	const full = url.searchParams.get('full') === 'true';
	const found = await publicListings(locals.db, { now: locals.now }, slice);
	const since = firstDayOf(locals.now);
	const contents = found.map((each) =>
		full ? serviceOf(each, since) : { ...serviceSummaryOf(each), organization: organizationOf(each.body) },
	);
	return inPage(event, contents, { total: await countPublic(locals.db, { now: locals.now }), page, perPage });
};
