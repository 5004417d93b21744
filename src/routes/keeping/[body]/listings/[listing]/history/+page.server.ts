import { redirect } from '@sveltejs/kit';
import { versionsOf } from '#features/directory/server/index.ts';
import { RevertForm } from '#features/keeping/forms.ts';
import { revertListing } from '#features/keeping/server/keep-listing.ts';
import { readForm, sayNo } from '#web/form.ts';
import { listingAt } from '../../../body.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { viewer, body, maintains, kept } = await listingAt(event);
	const { slug, name } = kept.says;
	const versions = await versionsOf(event.locals.db, kept, viewer.id);
	return { body, maintains, slug, name, off: kept.off, versions };
};

export const actions: Actions = {
	async revert(event) {
		const { body, kept } = await listingAt(event);
		const form = await readForm(event.request, RevertForm);
		if (!form.ok) return form.again;
		const { slug } = kept.says;
		const reverted = await event.locals.transact((tx) =>
			revertListing(tx, { bodyId: body.id, slug, ...form.data }),
		);
		if ('refused' in reverted) return sayNo(reverted);
		redirect(303, `/keeping/${body.slug}/listings/${encodeURIComponent(slug)}?kept`);
	},
};
