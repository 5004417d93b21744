import { redirect } from '@sveltejs/kit';
import { enteredKinds, ListingForm } from '#features/keeping/forms.ts';
import { blank, listingFrom, valuesOf } from '#features/keeping/listing-form.ts';
import { enterListing } from '#features/keeping/server/keep-listing.ts';
import { readForm, sayNo } from '#web/form.ts';
import { bodyAt } from '../body.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** What is being entered; a kind that there is none of means a meeting. */
const kindIn = ({ url }: Pick<RequestEvent, 'url'>) =>
	enteredKinds.find((kind) => kind === url.searchParams.get('kind')) ?? 'meeting';

export const load: PageServerLoad = async (event) => {
	const { body, maintains } = await bodyAt(event);
	const kind = kindIn(event);
	const values = valuesOf(blank(kind, body.zone ?? event.locals.zone));
	return { body, maintains, kind, values };
};

export const actions: Actions = {
	async default(event) {
		const { body } = await bodyAt(event);
		const form = await readForm(event.request, ListingForm);
		if (!form.ok) return form.again;
		const listing = listingFrom(form.data, blank(kindIn(event), body.zone));
		const entered = await event.locals.transact((tx) =>
			enterListing(tx, { bodyId: body.id, listing, word: form.data.word }),
		);
		if ('refused' in entered) return sayNo(entered, form.values);
		redirect(
			303,
			'proposed' in entered
				? `/keeping/${body.slug}?proposed`
				: `/keeping/${body.slug}/listings/${entered.slug}?kept`,
		);
	},
};
