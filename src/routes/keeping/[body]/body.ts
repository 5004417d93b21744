import { error } from '@sveltejs/kit';
import { bodyBySlug, keptListing } from '#features/directory/server/index.ts';
import { may } from '#features/keeping/policy.ts';
import { standingIn } from '#features/keeping/server/standing.ts';

interface Asked<Params> {
	locals: App.Locals;
	params: Params;
}

/** The organisation or region of this address, for those who keep its listings. For anybody else there is none. */
export async function bodyAt({ locals: { db, viewer }, params }: Asked<{ body: string }>) {
	const body = (await bodyBySlug(db, params.body)) ?? error(404);
	const standing = await standingIn(db, body.id, viewer);
	if (!viewer || may.see(standing).refused) error(404);
	return { viewer, body, standing, maintains: !may.maintain(standing).refused };
}

/** The same with one of its listings, whether it can be found or was taken off. */
export async function listingAt(event: Asked<{ body: string; listing: string }>) {
	const at = await bodyAt(event);
	const kept = (await keptListing(event.locals.db, at.body.id, event.params.listing)) ?? error(404);
	return { ...at, kept };
}
