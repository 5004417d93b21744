import { openingsFor } from '#features/asking/server/index.ts';
import { supportersFor } from '#features/supporters/server/index.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const me = signedIn({ locals, url });
	const { db, vault, now } = locals;
	const asked = Number(url.searchParams.get('page') ?? 1);
	const page = Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : 1;
	const { supporters, more } = await supportersFor(db, vault, me, { now, page });
	const openings = await openingsFor(db, supporters, now);
	return {
		page,
		more,
		supporters: supporters.map(({ id, personId, nickname, shows }) => ({
			id,
			nickname,
			shows,
			opening: openings.get(personId)!,
		})),
	};
};
