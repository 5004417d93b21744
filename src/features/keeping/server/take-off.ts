import type { ServiceBodyId } from '#features/directory/events.ts';
import {
	bringListingBack,
	holdBodyStill,
	keptListing,
	takeListingOff,
} from '#features/directory/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { listingBroughtBack, listingTakenOff } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './standing.ts';

interface Which {
	bodyId: ServiceBodyId;
	slug: string;
}

/** Takes a listing off: nobody finds it, until it is brought back. What it said stays with those who keep it. */
export async function takeOff(tx: Tx, { bodyId, slug }: Which) {
	await holdBodyStill(tx, bodyId);
	const ruling = may.maintain(await actorIn(tx, bodyId));
	if (ruling.refused) return ruling;
	const kept = await keptListing(tx.db, bodyId, slug);
	if (!kept) return refuse('not-found');

	if (await takeListingOff(tx, bodyId, slug))
		await tx.announce(listingTakenOff({ bodyId, listingId: kept.id }));
	return { off: slug };
}

export async function bringBack(tx: Tx, { bodyId, slug }: Which) {
	await holdBodyStill(tx, bodyId);
	const ruling = may.maintain(await actorIn(tx, bodyId));
	if (ruling.refused) return ruling;
	const kept = await keptListing(tx.db, bodyId, slug);
	if (!kept) return refuse('not-found');

	if (await bringListingBack(tx, bodyId, slug))
		await tx.announce(listingBroughtBack({ bodyId, listingId: kept.id }));
	return { back: slug };
}
