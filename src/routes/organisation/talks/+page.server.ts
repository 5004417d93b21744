import { error } from '@sveltejs/kit';
import { may } from '#features/people/policy.ts';
import { howSessionsWere } from '#features/sessions/server/index.ts';
import type { PageServerLoad } from './$types.js';

/** For coordinators. For everybody else this page does not exist. */
export const load: PageServerLoad = async ({ locals: { db, viewer, now } }) => {
	if (may.changeOrganisation({ viewer }).refused) error(404);
	return { sums: await howSessionsWere(db, now) };
};
