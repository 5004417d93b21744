import { error, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { AgreementsForm, HideForm, MessageForm, PlaceForm, ResonateForm } from '#features/circles/forms.ts';
import { may } from '#features/circles/policy.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { hideMessage, showMessage } from '#features/circles/server/hide-message.ts';
import { messageLineAt, messagesBefore } from '#features/circles/server/lines.ts';
import { postMessage } from '#features/circles/server/post-message.ts';
import { resonancesOf, sittersIn } from '#features/circles/server/queries.ts';
import { removeMessage } from '#features/circles/server/remove-message.ts';
import { resonate } from '#features/circles/server/resonate.ts';
import { readForm, sayNo } from '#web/form.ts';
import { circleAt, tabsFor } from '../circle.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault } = event.locals;
	const { circle, standing, alias } = await circleAt(event);
	if (may.read(standing).refused) redirect(303, `/circles/${circle.slug}`);

	const number = (name: string) => {
		const asked = Number(event.url.searchParams.get(name) ?? Number.NaN);
		return Number.isInteger(asked) && asked > 0 && asked < 2 ** 31 ? asked : undefined;
	};
	const before = number('before');
	const host = !may.host(standing).refused;
	const reader = { aliasId: alias?.id, host };
	const lines = await messagesBefore(db, vault, circle.id, reader, before);
	const from = lines[0]?.place ?? 1;
	const replyTo = number('reply');
	return {
		circle,
		lines,
		before,
		earlier: from > 1 ? from : undefined,
		me: alias?.id,
		host,
		tabs: tabsFor(standing),
		sitters: await sittersIn(db, circle.id),
		accepted: standing.acceptedVersion,
		seat: standing.seat,
		speaking: may.speak(standing),
		resonating: may.resonate(standing),
		mine: alias ? await resonancesOf(db, circle.id, alias.id, { from, to: lines.at(-1)?.place ?? 0 }) : [],
		replying: replyTo ? await messageLineAt(db, vault, circle.id, reader, replyTo) : undefined,
		/** So that pressing the button twice, without a script, says it once. */
		clientId: randomUUID(),
	};
};

async function circleToSpeakIn(event: RequestEvent) {
	const { circle, standing } = await circleAt(event);
	if (may.read(standing).refused) error(404);
	return circle;
}

export const actions: Actions = {
	async say(event) {
		const form = await readForm(event.request, MessageForm);
		if (!form.ok) return form.again;
		const circle = await circleToSpeakIn(event);
		const posted = await event.locals.transact((tx) =>
			postMessage(tx, { circleId: circle.id, ...form.data, replyTo: form.data.replyTo }),
		);
		if ('refused' in posted) return sayNo(posted, form.values);
		redirect(303, `/circles/${circle.slug}/talk#m${posted.place}`);
	},

	async accept(event) {
		const form = await readForm(event.request, AgreementsForm);
		if (!form.ok) return form.again;
		const circle = await circleToSpeakIn(event);
		const accepted = await event.locals.transact((tx) =>
			acceptAgreements(tx, { circleId: circle.id, ...form.data }),
		);
		if ('refused' in accepted) return sayNo(accepted);
		redirect(303, `/circles/${circle.slug}/talk#say`);
	},

	async resonate(event) {
		const form = await readForm(event.request, ResonateForm);
		if (!form.ok) return form.again;
		const circle = await circleToSpeakIn(event);
		const done = await event.locals.transact((tx) => resonate(tx, { circleId: circle.id, ...form.data }));
		if ('refused' in done) return sayNo(done);
		redirect(303, `/circles/${circle.slug}/talk#m${form.data.place}`);
	},

	async remove(event) {
		const form = await readForm(event.request, PlaceForm);
		if (!form.ok) return form.again;
		const circle = await circleToSpeakIn(event);
		const done = await event.locals.transact((tx) =>
			removeMessage(tx, { circleId: circle.id, ...form.data }),
		);
		if ('refused' in done) return sayNo(done);
		redirect(303, `/circles/${circle.slug}/talk#m${form.data.place}`);
	},

	async hide(event) {
		const form = await readForm(event.request, HideForm);
		if (!form.ok) return form.again;
		const circle = await circleToSpeakIn(event);
		const done = await event.locals.transact((tx) => hideMessage(tx, { circleId: circle.id, ...form.data }));
		if ('refused' in done) return sayNo(done);
		redirect(303, `/circles/${circle.slug}/talk#m${form.data.place}`);
	},

	async show(event) {
		const form = await readForm(event.request, PlaceForm);
		if (!form.ok) return form.again;
		const circle = await circleToSpeakIn(event);
		const done = await event.locals.transact((tx) => showMessage(tx, { circleId: circle.id, ...form.data }));
		if ('refused' in done) return sayNo(done);
		redirect(303, `/circles/${circle.slug}/talk#m${form.data.place}`);
	},
};
