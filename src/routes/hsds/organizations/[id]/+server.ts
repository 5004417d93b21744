import { error } from '@sveltejs/kit';
import { organizationOf } from '#features/directory/hsds.ts';
import { publicBodies } from '#features/directory/server/index.ts';
import { isId } from '#platform/ids.ts';
import { inJson } from '../../asked.ts';
import type { RequestHandler } from './$types.js';

/** One organisation. */
export const GET: RequestHandler = async (event) => {
	const { locals, params } = event;
	if (!isId(params.id)) error(404);
	const [found] = await publicBodies(locals.db, { id: params.id });
	return inJson(event, organizationOf(found ?? error(404)));
};
