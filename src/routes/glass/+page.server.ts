import { error } from '@sveltejs/kit';
import { looksFor } from '#features/break-glass/server/index.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

/** For stewards, and for coordinators who answer for them. For everybody else this is not here. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const desk = me.duties.includes('steward');
	if (!desk && !me.duties.includes('coordinator')) error(404);
	return { looks: await looksFor(locals.db, me, locals.now), desk };
};
