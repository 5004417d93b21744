import { revokeTokensOf } from '#features/access/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { recovered } from '../events.ts';
import { digestOfCode, newRecoveryCode } from './recovery-code.ts';
import { sessionsChanged } from './sessions.ts';

/**
 * Lets somebody back in by their recovery code alone. The code works once: a new one is told here, every session,
 * every token and every remembered device is forgotten, and a new passphrase (hashed already) is set if one was chosen.
 */
export async function recover(
	tx: Tx,
	{ code, passphrase }: { code: string; passphrase: string | null },
): Promise<{ personId: PersonId; recoveryCode: string } | Refused<'code-wrong'>> {
	const used = digestOfCode(code);
	if (!used) return refuse('code-wrong');

	const { recoveryCode, digest } = newRecoveryCode();
	const person = await tx.db
		.updateTable('person')
		.set({ recovery_digest: digest, ...(passphrase !== null && { passphrase }) })
		.where('recovery_digest', '=', used)
		.returning('id')
		.executeTakeFirst();
	if (!person) return refuse('code-wrong');

	await tx.db.deleteFrom('session').where('person_id', '=', person.id).execute();
	await tx.db.deleteFrom('known_device').where('person_id', '=', person.id).execute();
	await revokeTokensOf(tx, person.id);
	await sessionsChanged(tx, person.id);
	await tx.announce(recovered({ personId: person.id }));
	return { personId: person.id, recoveryCode };
}

/** Writes a new recovery code for oneself; the old one stops working. */
export async function renewRecoveryCode(tx: Tx): Promise<{ recoveryCode: string }> {
	const { recoveryCode, digest } = newRecoveryCode();
	await tx.db.updateTable('person').set({ recovery_digest: digest }).where('id', '=', tx.actor).execute();
	return { recoveryCode };
}
