import { toldTo } from '#features/break-glass/server/index.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	return { looks: await toldTo(locals.db, locals.vault, me.id) };
};
