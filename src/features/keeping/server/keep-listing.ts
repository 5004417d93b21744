import type { ServiceBodyId } from '#features/directory/events.ts';
import type { Listing } from '#features/directory/listing.ts';
import {
	columnsOf,
	holdBodyStill,
	keptListing,
	slugsTaken,
	versionsOf,
	writeListings,
	type KeptListing,
} from '#features/directory/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { differences } from '../difference.ts';
import { changeProposed, listingKept } from '../events.ts';
import type { ProposalId } from '../keeping.ts';
import { may } from '../policy.ts';
import { freeSlug, slugFrom } from '../slug.ts';
import { keepPace } from './pace.ts';
import { actorIn } from './standing.ts';
import { sealWords } from './words.ts';

/** What somebody would have a listing say. `word` says why, to whoever decides. */
export interface Entry {
	bodyId: ServiceBodyId;
	listing: Listing;
	word: string;
}

/** Enters a new listing: at once by a maintainer, as a proposal by an editor. */
export async function enterListing(tx: Tx, { bodyId, listing, word }: Entry) {
	const pace = await keepPace(tx, 'keep');
	if (pace.refused) return pace;
	await holdBodyStill(tx, bodyId);
	const standing = await actorIn(tx, bodyId);
	const ruling = may.propose(standing);
	if (ruling.refused) return ruling;
	if (may.maintain(standing).refused) return propose(tx, { bodyId, listing, word }, null);

	const slug = await writeNew(tx, bodyId, listing, 'entered');
	return { slug };
}

/** Writes a listing that is not there yet, by a name of its own. */
export async function writeNew(
	tx: Tx,
	bodyId: ServiceBodyId,
	listing: Listing,
	how: 'entered' | 'approved',
): Promise<string> {
	const taken = await slugsTaken(tx.db, bodyId, slugFrom(listing.name, 60));
	const slug = freeSlug(listing.name, taken);
	const { added } = await writeListings(tx, { bodyId, feedId: null }, [{ ...listing, slug }], how);
	await tx.announce(listingKept({ bodyId, listingId: added[0]! }));
	return slug;
}

/** Changes a listing: at once by a maintainer, as a proposal by an editor. `revision` is what they were shown. */
export async function changeListing(
	tx: Tx,
	{ slug, revision, ...entry }: Entry & { slug: string; revision: number },
) {
	const { bodyId, listing } = entry;
	const pace = await keepPace(tx, 'keep');
	if (pace.refused) return pace;
	await holdBodyStill(tx, bodyId);
	const standing = await actorIn(tx, bodyId);
	const ruling = may.propose(standing);
	if (ruling.refused) return ruling;
	const kept = await keptListing(tx.db, bodyId, slug);
	if (!kept) return refuse('not-found');
	if (kept.off) return refuse('is-off');
	if (kept.revision !== revision) return refuse('changed-meanwhile');
	if (differences(kept.says, listing).length === 0) return refuse('nothing-changed');
	if (may.maintain(standing).refused) return propose(tx, entry, kept);

	await write(tx, bodyId, kept, listing, 'edited');
	return { slug };
}

async function propose(tx: Tx, { bodyId, listing, word }: Entry, kept: KeptListing | null) {
	const id: ProposalId = tx.newId();
	await tx.db
		.insertInto('proposal')
		.values({
			id,
			service_body_id: bodyId,
			listing_id: kept?.id ?? null,
			on_revision: kept?.revision ?? null,
			says: columnsOf({ ...listing, slug: kept?.says.slug ?? '' }),
			word: await sealWords(tx, bodyId, 'proposal', id, word),
			made_by: tx.actor,
			made_at: tx.now,
			answer: null,
			answered_at: null,
			answered_by: null,
			because: null,
		})
		.execute();
	await tx.announce(changeProposed({ bodyId, proposalId: id }));
	return { proposed: id };
}

/** Says again what a listing said before. What it said in between stays in its history. */
export async function revertListing(
	tx: Tx,
	{ bodyId, slug, revision }: { bodyId: ServiceBodyId; slug: string; revision: number },
) {
	await holdBodyStill(tx, bodyId);
	const ruling = may.maintain(await actorIn(tx, bodyId));
	if (ruling.refused) return ruling;
	const kept = await keptListing(tx.db, bodyId, slug);
	if (!kept) return refuse('not-found');
	if (kept.off) return refuse('is-off');
	const then = (await versionsOf(tx.db, kept, tx.actor)).find((version) => version.revision === revision);
	if (!then) return refuse('no-such-version');
	if (differences(kept.says, then.says).length === 0) return refuse('nothing-changed');

	await write(tx, bodyId, kept, then.says, 'reverted');
	return { slug };
}

/** Writes over a listing, which keeps its name, and the list that brings it in. */
export async function write(
	tx: Tx,
	bodyId: ServiceBodyId,
	{ id, feedId, says }: KeptListing,
	listing: Listing,
	how: 'edited' | 'approved' | 'reverted',
) {
	await writeListings(tx, { bodyId, feedId }, [{ ...listing, slug: says.slug }], how);
	await tx.announce(listingKept({ bodyId, listingId: id }));
}
