import type { Tx } from '#platform/db.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { hours, minutes } from '#platform/time.ts';

/** How much one person does in a while at most, in all rooms together: more than anybody who means it. */
export const paces = {
	open: { purpose: 'rooms.open', atMost: 20, within: hours(1) },
	/** Coming in, leaving, sitting in the corner: everybody in the room is told. */
	move: { purpose: 'rooms.move', atMost: 120, within: minutes(10) },
	/** What a holder does at the desk. */
	hold: { purpose: 'rooms.hold', atMost: 300, within: minutes(10) },
	keep: { purpose: 'rooms.keep', atMost: 60, within: hours(1) },
} satisfies Record<string, Limit>;

/**
 * Keeps a script from stirring a room. Counted within the operation and before anything is held: only what is done
 * counts, it costs no commit of its own, and two of one person’s never wait for each other crosswise.
 */
export async function keepPace(tx: Tx, pace: keyof typeof paces): Promise<Ruling<'too-fast'>> {
	const over = await overLimit(tx.db, tx.vault, paces[pace], tx.actor, tx.now);
	return over ? refuse('too-fast') : allowed;
}
