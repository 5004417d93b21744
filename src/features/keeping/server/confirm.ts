import { createHash, randomBytes } from 'node:crypto';
import type { ServiceBodyId } from '#features/directory/events.ts';
import { confirmListing, keptListing } from '#features/directory/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { after, days } from '#platform/time.ts';
import { listingConfirmed } from '../events.ts';
import { may } from '../policy.ts';
import { keepPace } from './pace.ts';
import { actorIn } from './standing.ts';

interface Which {
	bodyId: ServiceBodyId;
	slug: string;
}

/** A maintainer says that all of a listing is still so. */
export async function confirm(tx: Tx, which: Which) {
	const found = await listingToKeep(tx, which);
	if ('refused' in found) return found;

	await confirmListing(tx, found.id, 'keeper');
	await tx.announce(listingConfirmed({ bodyId: which.bodyId, listingId: found.id }));
	return { confirmed: which.slug };
}

/** Long enough to be read on a notice board, and used at the next meeting but one. */
const GOOD_FOR = days(90);

const digestOf = (token: string) => createHash('sha256').update(token).digest();

/** Makes a link for the people who run a group, by which they say that it is still so. Only its digest is kept. */
export async function makeConfirmationLink(tx: Tx, which: Which) {
	const pace = await keepPace(tx, 'link');
	if (pace.refused) return pace;
	const found = await listingToKeep(tx, which);
	if ('refused' in found) return found;

	const token = randomBytes(24).toString('base64url');
	await tx.db
		.insertInto('confirmation_link')
		.values({
			digest: digestOf(token),
			listing_id: found.id,
			made_by: tx.actor,
			made_at: tx.now,
			ends_at: after(tx.now, GOOD_FOR),
		})
		.execute();
	return { token };
}

/** Takes back every link that was made for a listing. */
export async function endConfirmationLinks(tx: Tx, which: Which) {
	const found = await listingToKeep(tx, which);
	if ('refused' in found) return found;

	await tx.db.deleteFrom('confirmation_link').where('listing_id', '=', found.id).execute();
	return { ended: which.slug };
}

/** What a link is about; undefined when it was taken back, is over, or never was one. */
export const listingOfLink = (db: Reader, token: string, now: Date) =>
	db
		.selectFrom('confirmation_link')
		.innerJoin('listing', 'listing.id', 'confirmation_link.listing_id')
		.innerJoin('service_body', 'service_body.id', 'listing.service_body_id')
		.select([
			'listing.id',
			'listing.slug',
			'service_body.id as bodyId',
			'service_body.slug as body',
			'service_body.name as bodyName',
		])
		.where('confirmation_link.digest', '=', digestOf(token))
		.where('confirmation_link.ends_at', '>', now)
		.executeTakeFirst();

/** The people who run a group say that it is still so. Pressing twice is harmless; nobody needs to be anybody for it. */
export async function confirmByLink(tx: Tx, token: string) {
	const found = await listingOfLink(tx.db, token, tx.now);
	if (!found) return refuse('link-over');

	await confirmListing(tx, found.id, 'group');
	await tx.announce(listingConfirmed({ bodyId: found.bodyId, listingId: found.id }));
	return { confirmed: found.slug };
}

async function listingToKeep(tx: Tx, { bodyId, slug }: Which) {
	const ruling = may.maintain(await actorIn(tx, bodyId));
	if (ruling.refused) return ruling;
	const kept = await keptListing(tx.db, bodyId, slug);
	if (!kept) return refuse('not-found');
	return kept.off ? refuse('is-off') : kept;
}
