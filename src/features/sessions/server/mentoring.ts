import { z } from 'zod';
import { notify } from '#features/notices/server/index.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { standingIn as pairingStanding } from '#features/pairings/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import { refuse } from '#platform/ruling.ts';
import { dayOf } from '#platform/time.ts';
import { mentoringAgreed, mentoringEnded } from '../events.ts';
import { may } from '../policy.ts';
import { sessionStill } from './standing.ts';

/**
 * Proposes to go along with each other for longer, until a day on which both look at it again; or, once it is agreed,
 * another such day. The other of the two says yes or nothing.
 */
export async function proposeMentoring(
	tx: Tx,
	{ pairingId, reviewOn }: { pairingId: PairingId; reviewOn: string },
) {
	const ruling = may.note(await sessionStill(tx, { pairingId }));
	if (ruling.refused) return ruling;
	if (reviewOn <= dayOf(tx.now)) return refuse('day-is-past');
	const proposed = { proposed_by: tx.actor, review_on: reviewOn, agreed_at: null, told_at: null };
	await tx.db
		.insertInto('mentoring')
		.values({ pairing_id: pairingId, ...proposed })
		.onConflict((again) => again.column('pairing_id').doUpdateSet(proposed))
		.execute();
	return { pairingId };
}

/** The other of the two agrees. Nobody agrees with themselves. */
export async function agreeToMentoring(tx: Tx, { pairingId }: { pairingId: PairingId }) {
	const ruling = may.note(await sessionStill(tx, { pairingId }));
	if (ruling.refused) return ruling;
	const agreed = await tx.db
		.updateTable('mentoring')
		.set({ agreed_at: tx.now })
		.where('pairing_id', '=', pairingId)
		.where('agreed_at', 'is', null)
		.where('proposed_by', '!=', tx.actor)
		.returning('pairing_id')
		.executeTakeFirst();
	if (!agreed) return refuse('nothing-to-agree');
	await tx.announce(mentoringAgreed({ pairingId }));
	return { pairingId };
}

/** Back to as it was: either of the two, without explaining. Also says no to what was proposed. */
export async function endMentoring(tx: Tx, { pairingId }: { pairingId: PairingId }) {
	const ruling = may.look(await sessionStill(tx, { pairingId }));
	if (ruling.refused) return ruling;
	await tx.db.deleteFrom('mentoring').where('pairing_id', '=', pairingId).execute();
	await tx.announce(mentoringEnded({ pairingId }));
	return { pairingId };
}

/** What the two have proposed or agreed; undefined where there is nothing. */
export const mentoringOf = (db: Reader, pairingId: PairingId) =>
	db
		.selectFrom('mentoring')
		.select(['proposed_by as proposedBy', 'review_on as reviewOn', 'agreed_at as agreedAt'])
		.where('pairing_id', '=', pairingId)
		.executeTakeFirst();

/** Tells both when the day has come on which they look again. `told_at` remembers it, so they are told once. */
export const lookAgain = job(
	'sessions.look-again',
	z.object({}),
	async (tx) => {
		const due = await tx.db
			.updateTable('mentoring')
			.set({ told_at: tx.now })
			.where('agreed_at', 'is not', null)
			.where('told_at', 'is', null)
			.where('review_on', '<=', dayOf(tx.now))
			.returning(['pairing_id', 'review_on'])
			.execute();
		for (const { pairing_id: pairingId, review_on } of due) {
			const { pairing } = await pairingStanding(tx.db, pairingId, null);
			if (pairing!.endedAt) continue;
			for (const to of [pairing!.supporterId, pairing!.memberId])
				if (to)
					await notify(tx, {
						to,
						kind: 'look-again',
						about: pairingId,
						at: new Date(`${review_on}T12:00:00Z`),
						path: `/pairings/${pairingId}/mentoring`,
					});
		}
	},
	{ every: '11 * * * *' },
);
