import { looksAt } from '#features/wishes/server/index.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { id } = signedIn(event);
	return { looks: await looksAt(event.locals.db, id) };
};
