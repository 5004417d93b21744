import type { Tx } from '#platform/db.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { hours } from '#platform/time.ts';

/** More than anybody who means it; everybody who is there for talks is told each time. */
const paces = {
	ask: { purpose: 'sit-with-me.ask', atMost: 30, within: hours(1) },
	here: { purpose: 'sit-with-me.here', atMost: 240, within: hours(1) },
} satisfies Record<string, Limit>;

/** Keeps a script from stirring those who wait and those who are there. Counted within the operation. */
export async function keepPace(tx: Tx, pace: keyof typeof paces): Promise<Ruling<'too-fast'>> {
	const over = await overLimit(tx.db, tx.vault, paces[pace], tx.actor, tx.now);
	return over ? refuse('too-fast') : allowed;
}
