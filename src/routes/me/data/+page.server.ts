import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => {
	signedIn({ locals, url });
};
