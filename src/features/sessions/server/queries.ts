import { sql } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import type { Viewer } from '#features/people/person.ts';
import { isOnAnyShift } from '#features/rota/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after } from '#platform/time.ts';
import { backupKinds, LASTS } from '../backup.ts';
import { isCalled } from '../policy.ts';
import type { BackupId } from '../session.ts';

/** Who is asked for at this moment, and this person might come: what for, and nothing of who asks. */
export async function callsFor(db: Reader, viewer: Viewer | null, now: Date) {
	if (!viewer || viewer.duties.length === 0) return [];
	const onShift = viewer.duties.includes('supporter') && (await isOnAnyShift(db, viewer.id, now));
	const kinds = backupKinds.filter((kind) => isCalled(kind, { viewer, onShift }));
	if (kinds.length === 0) return [];
	return db
		.selectFrom('backup')
		.leftJoin('pairing', 'pairing.id', 'backup.pairing_id')
		.select(['backup.id', 'backup.kind', 'backup.asked_at as askedAt'])
		.where('backup.kind', 'in', kinds)
		.where('backup.age_band', '=', viewer.ageBand)
		.where('backup.came_at', 'is', null)
		.where('backup.ended_at', 'is', null)
		.where('backup.lapses_at', '>', now)
		.where(
			sql<boolean>`${viewer.id} <> all (array_remove(
				array[backup.asked_by, pairing.supporter_id, pairing.member_id], null))`,
		)
		.where((where) =>
			where.and([
				notBetween(where, viewer.id, 'backup.asked_by'),
				notBetween(where, viewer.id, 'pairing.supporter_id'),
				notBetween(where, viewer.id, 'pairing.member_id'),
			]),
		)
		.orderBy('backup.asked_at')
		.execute();
}

/** Who is asked for in a talk of two, or has come: undefined while nobody is. */
export const backupIn = (db: Reader, pairingId: PairingId, me: PersonId, now: Date) =>
	described(db, me)
		.where('pairing_id', '=', pairingId)
		.where('ended_at', 'is', null)
		.where((still) =>
			still.or([
				still.and([still('came_at', 'is', null), still('lapses_at', '>', now)]),
				still('came_at', '>', after(now, -LASTS)),
			]),
		)
		.executeTakeFirst();

/** Where somebody asked for a debrief that is not over, or was asked and came. */
export const debriefsOf = (db: Reader, { id }: Viewer, now: Date) =>
	described(db, id)
		.where('kind', '=', 'debrief')
		.where((mine) => mine.or([mine('asked_by', '=', id), mine('comer_id', '=', id)]))
		.where('ended_at', 'is', null)
		.where((still) =>
			still.or([
				still.and([still('came_at', 'is', null), still('lapses_at', '>', now)]),
				still('came_at', '>', after(now, -LASTS)),
			]),
		)
		.execute();

/** By its address. Whether it may be found is asked of the rule. */
export const backupById = (db: Reader, id: string, me: PersonId) =>
	described(db, me)
		.innerJoin('conversation', 'conversation.id', 'backup.id')
		.select('conversation.last_change as lastChange')
		.where(sql<boolean>`backup.id::text = ${id}`)
		.executeTakeFirst();

const described = (db: Reader, me: PersonId) =>
	db
		.selectFrom('backup')
		.select(['backup.id', 'backup.kind', 'backup.pairing_id as pairingId'])
		.select(['backup.asked_at as askedAt', 'backup.came_at as cameAt', 'backup.ended_at as endedAt'])
		.select((eb) =>
			eb
				.selectFrom('alias')
				.select('alias.name')
				.whereRef('alias.conversation_id', '=', 'backup.id')
				.whereRef('alias.person_id', '=', 'backup.comer_id')
				.where((where) => notBetween(where, me, 'alias.person_id'))
				.as('comer'),
		);

/** Who is there, as they are called there, as far as this person is shown them. Whoever has gone has no name. */
export async function namesIn(db: Reader, id: BackupId, seenBy: PersonId | null): Promise<string[]> {
	const rows = await db
		.selectFrom('alias')
		.select('name')
		.where('conversation_id', '=', id)
		.where((where) => notBetween(where, seenBy, 'alias.person_id'))
		.orderBy('id')
		.execute();
	return rows.map(({ name }) => name);
}
