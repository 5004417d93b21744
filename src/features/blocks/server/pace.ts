import type { Tx } from '#platform/db.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { hours } from '#platform/time.ts';

/** Enough when a whole crowd comes at somebody, and too little to try out who is who by blocking and unblocking. */
const pace: Limit = { purpose: 'blocks.block', atMost: 60, within: hours(1) };

export async function keepPace(tx: Tx): Promise<Ruling<'too-fast'>> {
	const over = await overLimit(tx.db, tx.vault, pace, tx.actor, tx.now);
	return over ? refuse('too-fast') : allowed;
}
