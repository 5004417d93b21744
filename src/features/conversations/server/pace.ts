import type { Tx } from '#platform/db.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { hours, minutes } from '#platform/time.ts';

/** How much one person does in a while at most, in all conversations together: more than anybody who means it. */
export const paces = {
	say: { purpose: 'conversations.say', atMost: 400, within: minutes(10) },
	resonate: { purpose: 'conversations.resonate', atMost: 600, within: minutes(10) },
	rename: { purpose: 'conversations.rename', atMost: 12, within: hours(1) },
} satisfies Record<string, Limit>;

/**
 * Keeps a script from filling a conversation. Counted within the operation and before anything is held: only what is
 * done counts, it costs no commit of its own, and two of one person’s never wait for each other crosswise.
 */
export async function keepPace(tx: Tx, pace: keyof typeof paces): Promise<Ruling<'too-fast'>> {
	const over = await overLimit(tx.db, tx.vault, paces[pace], tx.actor, tx.now);
	return over ? refuse('too-fast') : allowed;
}
