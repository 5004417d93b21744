import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, allowed, type Ruling } from '#platform/ruling.ts';
import { isBetween } from './between.ts';

/** Holds what is between two people still until the transaction ends, whichever of them is named first. */
export async function holdTwoStill(tx: Tx, one: PersonId, other: PersonId) {
	const two = [one, other].sort().join(' ');
	await sql`select pg_advisory_xact_lock(hashtextextended(${`block:${two}`}, 0))`.execute(tx.db);
}

/**
 * For whatever brings two people together for longer than a word: of a block and a pairing that come at once, the later
 * one finds the earlier.
 */
export async function mayMeet(tx: Tx, one: PersonId, other: PersonId): Promise<Ruling<'not-found'>> {
	await holdTwoStill(tx, one, other);
	return (await isBetween(tx.db, one, other)) ? refuse('not-found') : allowed;
}
