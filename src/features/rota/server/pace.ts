import type { Tx } from '#platform/db.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { hours } from '#platform/time.ts';

/** How often one person changes who holds what in an hour at most: more than anybody who means it. */
export const pace: Limit = { purpose: 'rota.change', atMost: 300, within: hours(1) };

/** Keeps a script from filling the rota, and everybody’s calendar with it. Counted before anything is held still. */
export async function keepPace(tx: Tx): Promise<Ruling<'too-fast'>> {
	return (await overLimit(tx.db, tx.vault, pace, tx.actor, tx.now)) ? refuse('too-fast') : allowed;
}
