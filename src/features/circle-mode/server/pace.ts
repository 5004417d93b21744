import type { Tx } from '#platform/db.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { minutes } from '#platform/time.ts';

/** What one person writes at meetings in a while at most: more than anybody who means it. */
const writing: Limit = { purpose: 'circle-mode.write', atMost: 200, within: minutes(10) };

/** Keeps a script from filling a private line. Counted within the operation, before anything is held. */
export async function keepPace(tx: Tx): Promise<Ruling<'too-fast'>> {
	const over = await overLimit(tx.db, tx.vault, writing, tx.actor, tx.now);
	return over ? refuse('too-fast') : allowed;
}
