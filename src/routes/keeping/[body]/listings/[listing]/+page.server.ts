import { redirect } from '@sveltejs/kit';
import { freshnessOf } from '#features/directory/freshness.ts';
import { ListingForm } from '#features/keeping/forms.ts';
import { formTimesOf } from '#features/keeping/form-times.ts';
import { listingFrom, valuesOf } from '#features/keeping/listing-form.ts';
import { confirm, endConfirmationLinks, makeConfirmationLink } from '#features/keeping/server/confirm.ts';
import { changeListing } from '#features/keeping/server/keep-listing.ts';
import { linksTo } from '#features/keeping/server/queries.ts';
import { bringBack, takeOff } from '#features/keeping/server/take-off.ts';
import type { Tx } from '#platform/db.ts';
import type { Refused } from '#platform/ruling.ts';
import { readForm, sayNo } from '#web/form.ts';
import { listingAt } from '../../body.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { body, maintains, kept } = await listingAt(event);
	const { db, now } = event.locals;
	return {
		body,
		maintains,
		kind: kept.says.kind,
		slug: kept.says.slug,
		name: kept.says.name,
		off: kept.off,
		fromList: kept.feedId !== null,
		revision: kept.revision,
		values: valuesOf(kept.says),
		otherTimes: formTimesOf(kept.says.times, kept.says.zone ?? '').others.length,
		freshness: freshnessOf(kept, now),
		links: maintains ? await linksTo(db, kept.id, now) : 0,
		kept: event.url.searchParams.has('kept'),
	};
};

export const actions: Actions = {
	async save(event) {
		const { body, kept } = await listingAt(event);
		const form = await readForm(event.request, ListingForm);
		if (!form.ok) return form.again;
		const { word, revision } = form.data;
		const listing = listingFrom(form.data, kept.says);
		const changed = await event.locals.transact((tx) =>
			changeListing(tx, { bodyId: body.id, slug: kept.says.slug, listing, word, revision }),
		);
		if ('refused' in changed) return sayNo(changed, form.values);
		redirect(303, 'proposed' in changed ? `/keeping/${body.slug}?proposed` : `${addressOf(event)}?kept`);
	},

	confirm: (event) => pressed(event, confirm),
	off: (event) => pressed(event, takeOff),
	back: (event) => pressed(event, bringBack),
	unlink: (event) => pressed(event, endConfirmationLinks),

	async link(event) {
		const { body, kept } = await listingAt(event);
		const which = { bodyId: body.id, slug: kept.says.slug };
		const made = await event.locals.transact((tx) => makeConfirmationLink(tx, which));
		if ('refused' in made) return sayNo(made);
		return { link: `${event.url.origin}/confirm/${made.token}` };
	},
};

const addressOf = ({ params }: RequestEvent) =>
	`/keeping/${params.body}/listings/${encodeURIComponent(params.listing)}`;

type Which = Parameters<typeof confirm>[1];

/** A button without a form around it. */
async function pressed<Reason extends string>(
	event: RequestEvent,
	operation: (tx: Tx, which: Which) => Promise<object | Refused<Reason>>,
) {
	const { body, kept } = await listingAt(event);
	const which = { bodyId: body.id, slug: kept.says.slug };
	const done = await event.locals.transact((tx) => operation(tx, which));
	if ('refused' in done) return sayNo(done);
	redirect(303, addressOf(event));
}
