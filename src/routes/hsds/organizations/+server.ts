import { organizationOf } from '#features/directory/hsds.ts';
import { publicBodies } from '#features/directory/server/index.ts';
import { inPage, pageIn } from '../asked.ts';
import type { RequestHandler } from './$types.js';

/** A page of the organisations whose listings these are. */
export const GET: RequestHandler = async (event) => {
	const { page, perPage, slice } = pageIn(event);
	const bodies = await publicBodies(event.locals.db);
	const contents = bodies.slice(slice.offset, slice.offset + slice.limit).map(organizationOf);
	return inPage(event, contents, { total: bodies.length, page, perPage });
};
