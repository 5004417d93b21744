import { reportsOf } from '#features/reports/server/index.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const told = url.searchParams.get('told');
	return {
		reports: await reportsOf(locals.db, locals.vault, me.id),
		told: told === 'yes' || told === 'kept' ? told : undefined,
	};
};
