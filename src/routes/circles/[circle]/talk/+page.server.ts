import { error, redirect } from '@sveltejs/kit';
import { looksHere } from '#features/break-glass/server/index.ts';
import { AgreementsForm } from '#features/circles/forms.ts';
import { may } from '#features/circles/policy.ts';
import { acceptAgreements } from '#features/circles/server/accept-agreements.ts';
import { hideMessage, showMessage } from '#features/circles/server/hide-message.ts';
import { sayInCircle } from '#features/circles/server/post-message.ts';
import { circleIdOf, countsIn, sittersIn } from '#features/circles/server/queries.ts';
import { readUpTo } from '#features/circles/server/read-up-to.ts';
import { resonate } from '#features/circles/server/resonate.ts';
import { afterSaying } from '#features/conversations/after-saying.ts';
import { HideForm, MessageForm, PlaceForm, ResonateForm } from '#features/conversations/forms.ts';
import { pageOf, removeMessage } from '#features/conversations/server/index.ts';
import { theApp } from '#web/app.ts';
import { readForm, sayNo } from '#web/form.ts';
import { circleAt, tabsFor } from '../circle.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, vault, viewer, person, now } = event.locals;
	const { circle, standing, alias } = await circleAt(event);
	if (may.read(standing).refused) redirect(303, `/circles/${circle.slug}`);

	const host = !may.host(standing).refused;
	const query = event.url.searchParams;
	const conversation = await pageOf(db, vault, circle.id, { viewer, me: alias?.id, host, query, now });
	const last = conversation.before ? undefined : conversation.lines.at(-1)?.place;
	if (last !== undefined && last > (conversation.readTo ?? 0))
		await event.locals.transact((tx) => readUpTo(tx, { circleId: circle.id, place: last }));
	return {
		circle,
		host,
		tabs: tabsFor(standing),
		conversation,
		taken: (await countsIn(db, circle.id)).seats,
		sitters: await sittersIn(db, circle.id, viewer?.id ?? null),
		accepted: standing.acceptedVersion,
		seat: standing.seat,
		looks: await looksHere(db, circle.id, person?.id, now),
		speaking: may.speak(standing),
		resonating: may.resonate(standing),
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
		const { db, now, viewer } = event.locals;
		const { circle: slug } = event.params;
		const circleId = viewer && (await circleIdOf(db, slug));
		if (!circleId) error(404);
		const posted = await sayInCircle(theApp().spine, circleId, {
			...form.data,
			replyTo: form.data.replyTo,
			by: viewer.id,
			at: now,
		});
		if (!('refused' in posted)) redirect(303, afterSaying(`/circles/${slug}/talk`, posted));
		// Whoever may not read a circle cannot tell it from one that is not there. Only a no has to be asked about.
		await circleToSpeakIn(event);
		return sayNo(posted, form.values);
	},

	/** What came live has been seen. The page itself remembers what it showed. */
	async read(event) {
		const form = await readForm(event.request, PlaceForm);
		if (!form.ok) return form.again;
		const circle = await circleToSpeakIn(event);
		const done = await event.locals.transact((tx) => readUpTo(tx, { circleId: circle.id, ...form.data }));
		if ('refused' in done && done.refused) return sayNo({ refused: done.refused });
		redirect(303, `/circles/${circle.slug}/talk`);
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
		const done = await event.locals.transact((tx) => removeMessage(tx, circle.id, form.data.place));
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
