import { json } from '@sveltejs/kit';
import { askForNewPasskey } from '#features/people/server/index.ts';
import { siteOf } from '#web/site.ts';
import type { RequestHandler } from './$types.js';

/** What to ask a device for, before it makes another passkey of one’s own. */
export const POST: RequestHandler = async (event) => {
	const { locals } = event;
	const me = locals.person;
	if (!me?.session.fresh) return json({ refused: 'not-fresh' }, { status: 403 });
	const site = await siteOf(event);
	return json(
		await locals.transact((tx) => askForNewPasskey(tx, site, { nickname: me.nickname, personId: me.id })),
	);
};
