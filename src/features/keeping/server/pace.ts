import type { Spine, Tx } from '#platform/db.ts';
import { networkOf } from '#platform/network.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { hours } from '#platform/time.ts';

/** How much one person does in a while at most: more than anybody who means it. */
const paces = {
	keep: { purpose: 'keeping.keep', atMost: 300, within: hours(1) },
	link: { purpose: 'keeping.link', atMost: 300, within: hours(1) },
} satisfies Record<string, Limit>;

/** Counted within the operation and before anything is held, so that only what is done counts. */
export async function keepPace(tx: Tx, pace: keyof typeof paces): Promise<Ruling<'too-fast'>> {
	const over = await overLimit(tx.db, tx.vault, paces[pace], tx.actor, tx.now);
	return over ? refuse('too-fast') : allowed;
}

/** A house, a library or a drop-in centre may stand behind one address. */
const remarks: Limit = { purpose: 'keeping.remark.address', atMost: 20, within: hours(1) };

/** Whoever says that something has changed needs no account, so it is their address that is counted, and forgotten. */
export async function mayRemarkFrom(
	{ db, vault }: Pick<Spine, 'db' | 'vault'>,
	address: string,
	now: Date,
): Promise<Ruling<'too-many-remarks'>> {
	const over = await overLimit(db, vault, remarks, networkOf(address), now);
	return over ? refuse('too-many-remarks') : allowed;
}
