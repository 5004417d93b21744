import { beSomebody, holdStill } from '#features/conversations/server/index.ts';
import { stirSession } from '#features/pairings/server/index.ts';
import { notify } from '#features/notices/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { backupCame, backupEnded } from '../events.ts';
import { mayCome } from '../policy.ts';
import type { BackupId } from '../session.ts';
import { actorComing } from './backup-standing.ts';

/**
 * “I’m coming.” One comes; the others see it. Those who asked are told, and all of them see who is there. What the two
 * have said before stays with them: what is said from now on has a place of its own.
 */
export async function come(tx: Tx, { backupId }: { backupId: BackupId }) {
	const before = await actorComing(tx, backupId);
	if (!before.backup) return refuse('not-found');
	await holdStill(tx, backupId);
	const standing = await actorComing(tx, backupId);
	const ruling = mayCome.come(standing);
	if (ruling.refused) return ruling;

	const { pairing_id: pairingId } = await tx.db
		.updateTable('backup')
		.set({ comer_id: tx.actor, came_at: tx.now })
		.where('id', '=', backupId)
		.returning('pairing_id')
		.executeTakeFirstOrThrow();
	const askers = standing.backup!.askers.flatMap((id) => id ?? []);
	for (const actor of [...askers, tx.actor]) await beSomebody(tx.as({ actor, now: tx.now }), backupId);
	for (const to of askers)
		await notify(tx, { to, kind: 'somebody-came', about: backupId, at: null, path: `/beside/${backupId}` });
	await tx.announce(backupCame({ backupId }));
	await tx.nudge(`calls:${standing.backup!.ageBand}`);
	if (pairingId) await stirSession(tx, pairingId);
	return { backupId };
}

/** It is all right again: whoever asked, or came, ends it. Also before anybody has come. */
export async function endBackup(tx: Tx, { backupId }: { backupId: BackupId }) {
	const { backup, viewer } = await actorComing(tx, backupId);
	if (!backup || !viewer) return refuse('not-found');
	if (!backup.askers.includes(viewer.id) && backup.comerId !== viewer.id) return refuse('not-found');
	await holdStill(tx, backupId);
	const ended = await tx.db
		.updateTable('backup')
		.set({ ended_at: tx.now })
		.where('id', '=', backupId)
		.where('ended_at', 'is', null)
		.returning('pairing_id')
		.executeTakeFirst();
	if (!ended) return { backupId };
	await tx.announce(backupEnded({ backupId }));
	await tx.nudge(`calls:${backup.ageBand}`);
	if (ended.pairing_id) await stirSession(tx, ended.pairing_id);
	return { backupId };
}
