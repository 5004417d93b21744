import { z } from 'zod';
import type { ListingId, ServiceBodyId } from '#features/directory/events.ts';
import { holdBodyStill } from '#features/directory/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { refuse } from '#platform/ruling.ts';
import { after, days } from '#platform/time.ts';
import { changeRemarked } from '../events.ts';
import type { RemarkId, WhatChanged } from '../keeping.ts';
import { may } from '../policy.ts';
import { actorIn } from './standing.ts';
import { sealWords } from './words.ts';

/** What readers said is gone after this, answered or not. */
const KEPT_FOR = days(90);

/** More than so many unanswered about one listing say nothing new. */
const MOST_OPEN = 50;

/**
 * A reader says that something about a listing has changed. Nobody keeps who it was. The words are sealed, for those who
 * keep the listing.
 */
export async function remarkChange(
	tx: Tx,
	{
		bodyId,
		listingId,
		what,
		words,
	}: { bodyId: ServiceBodyId; listingId: ListingId; what: WhatChanged; words: string },
) {
	await holdBodyStill(tx, bodyId);
	const { open } = await tx.db
		.selectFrom('remark')
		.select(({ fn }) => fn.countAll<number>().as('open'))
		.where('listing_id', '=', listingId)
		.where('answered_at', 'is', null)
		.executeTakeFirstOrThrow();
	if (open >= MOST_OPEN) return refuse('many-said-so');

	const id: RemarkId = tx.newId();
	await tx.db
		.insertInto('remark')
		.values({
			id,
			listing_id: listingId,
			service_body_id: bodyId,
			what,
			words: await sealWords(tx, bodyId, 'remark', id, words),
			made_at: tx.now,
			answered_at: null,
		})
		.execute();
	// Whoever is signed in is not named either.
	await tx.as({ actor: null, now: tx.now }).announce(changeRemarked({ bodyId, listingId }));
	return { remarked: id };
}

/** A maintainer has seen to it. */
export async function answerRemark(
	tx: Tx,
	{ bodyId, remarkId }: { bodyId: ServiceBodyId; remarkId: RemarkId },
) {
	const ruling = may.maintain(await actorIn(tx, bodyId));
	if (ruling.refused) return ruling;
	await tx.db
		.updateTable('remark')
		.set({ answered_at: tx.now })
		.where('id', '=', remarkId)
		.where('service_body_id', '=', bodyId)
		.where('answered_at', 'is', null)
		.execute();
	return { answered: remarkId };
}

/** Forgets what readers said long ago, and links that are over. */
export const forgetRemarks = job(
	'keeping.forget-remarks',
	z.object({}),
	async (tx) => {
		await tx.db.deleteFrom('remark').where('made_at', '<', after(tx.now, -KEPT_FOR)).execute();
		await tx.db.deleteFrom('confirmation_link').where('ends_at', '<=', tx.now).execute();
	},
	{ every: '50 3 * * *' },
);
