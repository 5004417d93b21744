import { error } from '@sveltejs/kit';
import { hoursHeldBy } from '#features/sessions/server/index.ts';
import { may } from '#features/supporters/policy.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

/** One’s own. Also for whoever was a supporter once: hours stay. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const { db, zone, now } = locals;
	const held = await hoursHeldBy(db, me.id, { zone, now });
	if (held.talks === 0 && may.offer({ viewer: me }).refused) error(404);
	return { held };
};
