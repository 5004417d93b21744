import { json } from '@sveltejs/kit';
import { askForPasskey, mayAskPasskey } from '#features/people/server/index.ts';
import { theApp } from '#web/app.ts';
import { siteOf } from '#web/site.ts';
import type { RequestHandler } from './$types.js';

/** What to ask a device for, before somebody signs in with a passkey, or shows once more who they are. */
export const POST: RequestHandler = async (event) => {
	const { locals } = event;
	const slowed = await mayAskPasskey(theApp().spine, event.getClientAddress(), locals.now);
	if (slowed.refused) return json({ refused: slowed.refused }, { status: 429 });

	const site = await siteOf(event);
	return json(await locals.transact((tx) => askForPasskey(tx, site)));
};
