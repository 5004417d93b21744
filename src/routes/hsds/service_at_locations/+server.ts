import { serviceAtLocationOf } from '#features/directory/hsds.ts';
import { countPublic, firstDayOf, publicListings } from '#features/directory/server/index.ts';
import { inPage, pageIn } from '../asked.ts';
import type { RequestHandler } from './$types.js';

/** A page of services where they are, with their schedules. */
export const GET: RequestHandler = async (event) => {
	const { locals } = event;
	const { page, perPage, slice } = pageIn(event);
	const found = await publicListings(locals.db, { now: locals.now }, slice);
	const contents = found.map((each) => serviceAtLocationOf(each, firstDayOf(locals.now)));
	return inPage(event, contents, { total: await countPublic(locals.db, { now: locals.now }), page, perPage });
};
