import type { PairingId } from '#features/pairings/pairing.ts';
import {
	actorStill,
	sessionIn,
	sessionNear,
	standingIn as pairingStanding,
} from '#features/pairings/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { Standing } from '../policy.ts';

/** What the rules of a session need to know. Without an id it is about the session that is on, or nearly. */
export async function standingIn(
	db: Reader,
	{ pairingId, bookingId }: { pairingId: PairingId; bookingId?: string | undefined },
	viewer: Viewer | null,
	now: Date,
): Promise<Standing> {
	const { pairing } = await pairingStanding(db, pairingId, viewer);
	return { viewer, pairing, session: await sessionAt(db, pairingId, bookingId, now), now };
}

/** The same for whoever acts, with the pairing held still until the transaction ends. */
export async function sessionStill(
	tx: Tx,
	{ pairingId, bookingId }: { pairingId: PairingId; bookingId?: string | undefined },
): Promise<Standing> {
	const { viewer, pairing } = await actorStill(tx, pairingId);
	return { viewer, pairing, session: await sessionAt(tx.db, pairingId, bookingId, tx.now), now: tx.now };
}

const sessionAt = (db: Reader, pairingId: PairingId, bookingId: string | undefined, now: Date) =>
	bookingId === undefined ? sessionNear(db, pairingId, now) : sessionIn(db, pairingId, bookingId);
