import { beginConversation } from '#features/conversations/server/index.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { stirSession } from '#features/pairings/server/index.ts';
import type { AgeBand } from '#features/people/person.ts';
import type { Tx } from '#platform/db.ts';
import { after } from '#platform/time.ts';
import { ASKED_FOR, LASTS, type BackupKind } from '../backup.ts';
import { backupAsked } from '../events.ts';
import { may } from '../policy.ts';
import type { BackupId } from '../session.ts';
import { sessionStill } from './standing.ts';

/** “I need a second person.” Either of the two asks; both see that somebody is asked for. Twice is once. */
export async function askForSecond(tx: Tx, pairingId: PairingId) {
	const standing = await sessionStill(tx, { pairingId });
	const ruling = may.callSecond(standing);
	if (ruling.refused) return ruling;
	await clearPast(tx, { pairing_id: pairingId });
	const asked = await ask(tx, 'second-person', { pairingId, ageBand: standing.viewer!.ageBand });
	await stirSession(tx, pairingId);
	return asked;
}

/** A supporter asks for somebody to talk to, within the hour after a session. Nobody is told after which. */
export async function askForDebrief(
	tx: Tx,
	{ pairingId, bookingId }: { pairingId: PairingId; bookingId: string },
) {
	const standing = await sessionStill(tx, { pairingId, bookingId });
	const ruling = may.askDebrief(standing);
	if (ruling.refused) return ruling;
	await clearPast(tx, { asked_by: tx.actor });
	return ask(tx, 'debrief', { pairingId: null, ageBand: standing.viewer!.ageBand });
}

/** The same for whoever has just worked at the desk: that they have is for the desk to know. Nobody is told after what. */
export async function callForDebrief(tx: Tx, { ageBand }: { ageBand: AgeBand }) {
	await clearPast(tx, { asked_by: tx.actor });
	return ask(tx, 'debrief', { pairingId: null, ageBand });
}

async function ask(
	tx: Tx,
	kind: BackupKind,
	{ pairingId, ageBand }: { pairingId: PairingId | null; ageBand: AgeBand },
) {
	const open = await tx.db
		.selectFrom('backup')
		.select('id')
		.where('kind', '=', kind)
		.where('ended_at', 'is', null)
		.where((same) => (pairingId ? same('pairing_id', '=', pairingId) : same('asked_by', '=', tx.actor)))
		.executeTakeFirst();
	if (open) return { backupId: open.id };

	const id: BackupId = tx.newId();
	await beginConversation(tx, 'backup', id);
	await tx.db
		.insertInto('backup')
		.values({
			id,
			kind,
			pairing_id: pairingId,
			age_band: ageBand,
			asked_by: tx.actor,
			asked_at: tx.now,
			lapses_at: after(tx.now, ASKED_FOR[kind]),
			comer_id: null,
			came_at: null,
			ended_at: null,
		})
		.execute();
	await tx.announce(backupAsked({ backupId: id }));
	await tx.nudge(`calls:${ageBand}`);
	return { backupId: id };
}

/** What nobody came for, or has gone on for as long as it may, makes way for asking again. */
async function clearPast(tx: Tx, whose: { pairing_id: PairingId } | { asked_by: NonNullable<Tx['actor']> }) {
	const [column, id] = Object.entries(whose)[0] as ['pairing_id' | 'asked_by', never];
	await tx.db
		.updateTable('backup')
		.set({ ended_at: tx.now })
		.where(column, '=', id)
		.where('kind', '=', column === 'asked_by' ? 'debrief' : 'second-person')
		.where('ended_at', 'is', null)
		.where((past) =>
			past.or([
				past.and([past('came_at', 'is', null), past('lapses_at', '<=', tx.now)]),
				past('came_at', '<=', after(tx.now, -LASTS)),
			]),
		)
		.execute();
}
