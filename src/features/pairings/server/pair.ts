import { blocked, mayMeet } from '#features/blocks/server/index.ts';
import { beginConversation, beSomebody, holdStill } from '#features/conversations/server/index.ts';
import { takeBackUnder } from '#features/notices/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Reaction } from '#platform/job.ts';
import { refuse } from '#platform/ruling.ts';
import { paired, pairingEnded } from '../events.ts';
import type { PairingId } from '../pairing.ts';
import { may } from '../policy.ts';
import { callOffAll } from './call-off.ts';
import { actorStill } from './standing.ts';
import { say } from './talk.ts';

/** Pairs two people. Whether they may be is decided by whoever calls; that they are so once is held by the database. */
export async function pair(tx: Tx, { supporterId, memberId }: { supporterId: PersonId; memberId: PersonId }) {
	const meeting = await mayMeet(tx, supporterId, memberId);
	if (meeting.refused) return meeting;
	const pairingId = tx.newId<'pairing'>() as PairingId;
	await beginConversation(tx, 'pairing', pairingId);
	const made = await tx.db
		.insertInto('pairing')
		.values({
			id: pairingId,
			supporter_id: supporterId,
			member_id: memberId,
			began_at: tx.now,
			ended_at: null,
		})
		.onConflict((already) => already.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!made) return refuse('already-paired');
	for (const actor of [supporterId, memberId]) await beSomebody(tx.as({ actor, now: tx.now }), pairingId);
	await tx.announce(paired({ pairingId }));
	return { pairingId };
}

/** The pairing that goes on between two people; undefined where there is none. */
export const openPairingOf = (
	db: Reader,
	{ supporterId, memberId }: { supporterId: PersonId; memberId: PersonId },
): Promise<{ pairingId: PairingId } | undefined> =>
	db
		.selectFrom('pairing')
		.select('id as pairingId')
		.where('supporter_id', '=', supporterId)
		.where('member_id', '=', memberId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();

/**
 * Ends a pairing. Either of the two does, without explaining; a closing sentence is theirs to write or to leave. The
 * sessions to come are called off.
 */
export async function endPairing(
	tx: Tx,
	pairingId: PairingId,
	closing: { words: string; clientId: string } | null = null,
) {
	const standing = await actorStill(tx, pairingId);
	const ruling = may.read(standing);
	if (ruling.refused) return ruling;
	if (standing.pairing!.endedAt) return { pairingId };
	if (closing?.words && !may.speak(standing).refused) {
		const { words: body, clientId } = closing;
		const said = await say(tx, { pairingId, body, contentNote: '', replyTo: undefined, clientId });
		if ('refused' in said) return said;
	}
	await endNow(tx, pairingId);
	return { pairingId };
}

/** A block ends what is between the two, as either of them could: sessions to come are called off, and no notice of it stays. */
async function endBetween(tx: Tx, one: PersonId, other: PersonId) {
	const all = await tx.db
		.selectFrom('pairing')
		.select(['id', 'ended_at as endedAt'])
		.where((two) =>
			two.or([
				two.and([two('supporter_id', '=', one), two('member_id', '=', other)]),
				two.and([two('supporter_id', '=', other), two('member_id', '=', one)]),
			]),
		)
		.orderBy('id')
		.execute();
	for (const { id, endedAt } of all) {
		await takeBackUnder(tx, `/pairings/${id}`);
		if (endedAt) continue;
		await holdStill(tx, id);
		await endNow(tx, id);
	}
}

export const whenBlocked: Reaction = {
	factName: blocked.factName,
	atOnce: (tx, { blockerId, blockedId }) => endBetween(tx, blockerId as PersonId, blockedId as PersonId),
};

/** Ends a pairing whoever acts: also because one of the two is no longer here. */
export async function endNow(tx: Tx, pairingId: PairingId) {
	await tx.db
		.updateTable('pairing')
		.set({ ended_at: tx.now })
		.where('id', '=', pairingId)
		.where('ended_at', 'is', null)
		.execute();
	await callOffAll(tx, pairingId);
	await tx.announce(pairingEnded({ pairingId }));
}
