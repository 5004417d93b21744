import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Personal } from '#platform/personal.ts';
import { sessionsChanged } from './sessions.ts';

/**
 * Erases somebody, everywhere, in one transaction: every feature forgets them, their keys go and with them whatever was
 * sealed, and facts no longer say who. `personal` is the composition’s list, the account itself last.
 */
export async function erasePerson(tx: Tx, personId: PersonId, personal: readonly Personal[]) {
	for (const { erase } of personal) await erase(tx, personId);
	await forgetInFacts(tx, personId);
	await leaveSomebodyInCharge(tx);
	await sessionsChanged(tx, personId);
	return {};
}

/** That something happened stays; that it was this person does not. */
async function forgetInFacts(tx: Tx, personId: PersonId) {
	await sql`
		update event set
			actor_id = nullif(actor_id, ${personId}::uuid),
			subject = replace(subject, ${personId}::text, 'erased'),
			data = (
				select coalesce(jsonb_object_agg(key, case when value = to_jsonb(${personId}::text) then 'null' else value end), '{}')
				from jsonb_each(data)
			)
		where actor_id = ${personId}::uuid
			or subject like ${`%${personId}`}
			or data @? ${`$.* ? (@ == "${personId}")`}::jsonpath
	`.execute(tx.db);
}

/** When the last coordinator has gone, the next start prints a link for a new one, as it did at the beginning. */
async function leaveSomebodyInCharge(tx: Tx) {
	await tx.db
		.updateTable('organisation')
		.set({ claim_digest: randomBytes(32) })
		.where('claim_digest', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('duty').select('person_id').where('duty', '=', 'coordinator'))),
		)
		.execute();
}
