import { error } from '@sveltejs/kit';
import { may } from '#features/tastes/policy.ts';
import { needsCounted, wordsOfNeeds } from '#features/tastes/server/index.ts';
import type { PageServerLoad } from './$types.js';

/** For everybody else this page does not exist. */
export const load: PageServerLoad = async ({ locals: { db, vault, viewer } }) => {
	if (may.readNeeds({ viewer }).refused) error(404);
	const [counted, words] = await Promise.all([needsCounted(db), wordsOfNeeds(db, vault)]);
	return { counted, words };
};
