import { revokeTokensOf } from '#features/access/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { SessionId } from '../person.ts';
import { sessionsChanged } from './sessions.ts';

/** Ends one of one’s own sessions: signing out, or shutting a device out. Ending it twice is ending it once. */
export async function endSession(tx: Tx, sessionId: SessionId) {
	await tx.db.deleteFrom('session').where('id', '=', sessionId).where('person_id', '=', tx.actor).execute();
	await sessionsChanged(tx, tx.actor);
	return {};
}

/** Ends all of one’s own sessions but this one, and all tokens: whoever else came in by either is out. */
export async function endOtherSessions(tx: Tx, keep: SessionId) {
	await tx.db.deleteFrom('session').where('id', '!=', keep).where('person_id', '=', tx.actor).execute();
	await revokeTokensOf(tx, tx.actor);
	await sessionsChanged(tx, tx.actor);
	return {};
}
