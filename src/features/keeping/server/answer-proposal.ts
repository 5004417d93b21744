import { notBetween } from '#features/blocks/server/index.ts';
import type { ServiceBodyId } from '#features/directory/events.ts';
import {
	holdBodyStill,
	keptListing,
	listingOf,
	versionsOf,
	type KeptListing,
} from '#features/directory/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { merged } from '../difference.ts';
import { proposalApproved, proposalDeclined } from '../events.ts';
import type { ProposalId } from '../keeping.ts';
import { may } from '../policy.ts';
import { write, writeNew } from './keep-listing.ts';
import { actorIn } from './standing.ts';
import { sealWords } from './words.ts';

interface Answer {
	bodyId: ServiceBodyId;
	proposalId: ProposalId;
	/** A sentence for whoever proposed it. */
	because: string;
}

/** Makes a proposal so: what it meant to change changes, and what was changed meanwhile stays. */
export async function approveProposal(tx: Tx, answer: Answer) {
	const found = await openProposal(tx, answer);
	if ('refused' in found) return found;

	const { bodyId } = answer;
	const to = listingOf(found.says);
	if (found.listing_id === null) {
		await closeProposal(tx, answer, 'approved');
		return { slug: await writeNew(tx, bodyId, to, 'approved') };
	}
	const kept = await keptListing(tx.db, bodyId, to.slug);
	if (!kept) return refuse('not-found');
	if (kept.off) return refuse('is-off');
	const from = await versionOf(tx, kept, found.on_revision!);
	await closeProposal(tx, answer, 'approved');
	await write(tx, bodyId, kept, merged(kept.says, { from, to }), 'approved');
	return { slug: to.slug };
}

/** Says no, and why. */
export async function declineProposal(tx: Tx, answer: Answer) {
	const found = await openProposal(tx, answer);
	if ('refused' in found) return found;

	await closeProposal(tx, answer, 'declined');
	return { declined: answer.proposalId };
}

async function openProposal(tx: Tx, { bodyId, proposalId }: Answer) {
	await holdBodyStill(tx, bodyId);
	const ruling = may.maintain(await actorIn(tx, bodyId));
	if (ruling.refused) return ruling;
	const proposal = await tx.db
		.selectFrom('proposal')
		.select(['listing_id', 'on_revision', 'says', 'answer'])
		.where('id', '=', proposalId)
		.where('service_body_id', '=', bodyId)
		.where((where) => notBetween(where, tx.actor, 'proposal.made_by'))
		.executeTakeFirst();
	if (!proposal) return refuse('not-found');
	return proposal.answer === null ? proposal : refuse('answered-already');
}

async function versionOf(tx: Tx, kept: KeptListing, revision: number) {
	const versions = await versionsOf(tx.db, kept, tx.actor);
	return versions.find((version) => version.revision === revision)?.says ?? kept.says;
}

async function closeProposal(
	tx: Tx,
	{ bodyId, proposalId, because }: Answer,
	answer: 'approved' | 'declined',
) {
	await tx.db
		.updateTable('proposal')
		.set({
			answer,
			answered_at: tx.now,
			answered_by: tx.actor,
			because: await sealWords(tx, bodyId, 'answer', proposalId, because),
		})
		.where('id', '=', proposalId)
		.execute();
	await tx.announce(
		{ approved: proposalApproved, declined: proposalDeclined }[answer]({ bodyId, proposalId }),
	);
}
