import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { dutyTaken } from '../events.ts';
import type { Duty } from '../person.ts';
import { sessionsChanged } from './sessions.ts';

/**
 * Shuts somebody out until a moment, or lets them in again with null. Whoever is shut out has no session and no socket from this
 * moment on; signing in leads them to what concerns themselves alone, and their tokens open nothing.
 */
export async function shutOut(tx: Tx, personId: PersonId, until: Date | null) {
	await tx.db.updateTable('person').set({ suspended_until: until }).where('id', '=', personId).execute();
	if (until) await tx.db.deleteFrom('session').where('person_id', '=', personId).execute();
	await sessionsChanged(tx, personId);
}

/** Whether the organisation can do without this person’s duties: somebody must be left who can give one. */
export async function canBeSpared(tx: Tx, personId: PersonId): Promise<Ruling<'last-coordinator'>> {
	const coordinators = await tx.db
		.selectFrom('duty')
		.select('person_id')
		.where('duty', '=', 'coordinator')
		.orderBy('person_id')
		.forUpdate()
		.execute();
	const only = coordinators.length === 1 && coordinators[0]!.person_id === personId;
	return only ? refuse('last-coordinator') : allowed;
}

/** Takes every duty from somebody, and with each what was held by it is handed over. Answers with which they were. */
export async function takeDuties(tx: Tx, personId: PersonId): Promise<Duty[]> {
	const taken = await tx.db.deleteFrom('duty').where('person_id', '=', personId).returning('duty').execute();
	for (const { duty } of taken) await tx.announce(dutyTaken({ personId, duty }));
	return taken.map(({ duty }) => duty);
}
