import { error } from '@sveltejs/kit';
import { serviceOf } from '#features/directory/hsds.ts';
import { firstDayOf, publicListings } from '#features/directory/server/index.ts';
import { isId } from '#platform/ids.ts';
import { inJson } from '../../asked.ts';
import type { RequestHandler } from './$types.js';

/** One service, with everything inside. */
export const GET: RequestHandler = async (event) => {
	const { locals, params } = event;
	if (!isId(params.id)) error(404);
	const [found] = await publicListings(locals.db, { id: params.id, now: locals.now });
	return inJson(event, serviceOf(found ?? error(404), firstDayOf(locals.now)));
};
