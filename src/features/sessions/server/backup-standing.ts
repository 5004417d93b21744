import { sql } from 'kysely';
import { blockedWith } from '#features/blocks/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import { isOnAnyShift } from '#features/rota/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { ComingStanding } from '../policy.ts';
import type { BackupId } from '../session.ts';

/** What the rules for whoever is asked to come need to know. */
export async function comingStanding(
	db: Reader,
	id: BackupId,
	viewer: Viewer | null,
	now: Date,
): Promise<ComingStanding> {
	const row = await db
		.selectFrom('backup')
		.leftJoin('pairing', 'pairing.id', 'backup.pairing_id')
		.select(['backup.kind', 'backup.age_band as ageBand', 'backup.asked_by as askedBy'])
		.select(['backup.comer_id as comerId', 'backup.came_at as cameAt', 'backup.ended_at as endedAt'])
		.select(['backup.lapses_at as lapsesAt', 'pairing.supporter_id', 'pairing.member_id'])
		.select(
			sql<boolean>`exists (select from duty where duty.person_id = backup.comer_id and duty.duty in
				('supporter', case backup.kind when 'debrief' then 'coordinator' else 'steward' end))`.as('comerMay'),
		)
		.where('backup.id', '=', id)
		.executeTakeFirst();
	const onShift = viewer ? await isOnAnyShift(db, viewer.id, now) : false;
	if (!row) return { viewer, onShift, backup: undefined, apart: false, now };
	const { askedBy, supporter_id, member_id, ...backup } = row;
	const askers = backup.kind === 'debrief' ? [askedBy] : [supporter_id, member_id];
	const apartFrom = viewer ? await blockedWith(db, viewer.id) : new Set<PersonId>();
	const mine = viewer && askers.includes(viewer.id);
	// Those who asked look at whoever came; whoever comes, or may, looks at all who asked.
	const apart = (mine ? [backup.comerId] : askers).some((id) => id && apartFrom.has(id));
	return { viewer, onShift, backup: { ...backup, askers }, apart, now };
}

/** The same for whoever acts. */
export const actorComing = async (tx: Tx, id: BackupId) =>
	comingStanding(tx.db, id, (await viewerById(tx.db, tx.actor)) ?? null, tx.now);
