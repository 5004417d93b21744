import { error, redirect } from '@sveltejs/kit';
import { held } from '#composition';
import { CalmForm, HeldForm } from '#features/attention/forms.ts';
import type { ConversationId } from '#features/conversations/conversation.ts';
import type { MessageId } from '#features/conversations/message.ts';
import { takeBackHeld } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { readForm, sayNo } from '#web/form.ts';
import { ourPath } from '#web/our-path.ts';
import { signedIn } from '#web/signed-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, vault, now } = locals;
	const me = signedIn({ locals, url });
	return { waiting: await held.list(db, vault, me.id, now) };
};

const deciding =
	(operation: (tx: Tx, id: MessageId) => Promise<object>, to: (from: string) => string) =>
	async (event: RequestEvent) => {
		signedIn(event);
		const form = await readForm(event.request, HeldForm);
		if (!form.ok) error(422);
		const done = await event.locals.transact((tx) => operation(tx, form.data.message as MessageId));
		if ('refused' in done && typeof done.refused === 'string') return sayNo({ refused: done.refused });
		redirect(303, to(form.data.from));
	};

const here = () => '/held';

export const actions: Actions = {
	'pass-on': deciding(held.passOn, here),
	'keep-back': deciding(held.keepBack, here),
	async calm(event) {
		signedIn(event);
		const form = await readForm(event.request, CalmForm);
		if (!form.ok) error(422);
		const { conversation, to, from } = form.data;
		const conversationId = conversation as ConversationId;
		const done = await event.locals.transact((tx) =>
			held.calm(tx, { conversationId, to: to === 'open' ? null : to }),
		);
		if ('refused' in done) error(404);
		redirect(303, ourPath(from));
	},
	/** Its author’s own press, from the talk it was written in. */
	'take-back': deciding(takeBackHeld, (from) => `${ourPath(from)}#say`),
};
