import { json } from '@sveltejs/kit';
import { askForNewPasskey, checkNickname, mayAskPasskey } from '#features/people/server/index.ts';
import { theApp } from '#web/app.ts';
import { siteOf } from '#web/site.ts';
import { formIn } from '#web/form.ts';
import type { RequestHandler } from './$types.js';

/** What to ask a device for, before somebody new signs up with a passkey. A “no” here is said by the page itself. */
export const POST: RequestHandler = async (event) => {
	const { locals, request } = event;
	const slowed = await mayAskPasskey(theApp().spine, event.getClientAddress(), locals.now);
	if (slowed.refused) return json({ refused: slowed.refused }, { status: 429 });

	const form = await formIn(request);
	const checked = await checkNickname(locals.db, String(form.get('nickname') ?? '').slice(0, 4000));
	if ('refused' in checked) return json({ refused: checked.refused }, { status: 409 });

	const site = await siteOf(event);
	const { nickname } = checked;
	return json(await locals.transact((tx) => askForNewPasskey(tx, site, { nickname, personId: null })));
};
