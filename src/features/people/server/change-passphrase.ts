import type { Tx } from '#platform/db.ts';
import { passphraseChanged } from '../events.ts';
import type { SessionId } from '../person.ts';
import { endOtherSessions } from './end-session.ts';

/**
 * Sets a passphrase (hashed already), the first or another. Whoever knew the old one and sits elsewhere is signed out, programs
 * too.
 * The page asks for proof before: see `SignedIn.session.fresh`.
 */
export async function changePassphrase(
	tx: Tx,
	{ passphrase, keep }: { passphrase: string; keep: SessionId },
) {
	await tx.db.updateTable('person').set({ passphrase }).where('id', '=', tx.actor).execute();
	await tx.db.deleteFrom('known_device').where('person_id', '=', tx.actor).execute();
	await endOtherSessions(tx, keep);
	await tx.announce(passphraseChanged({ personId: tx.actor }));
	return {};
}
