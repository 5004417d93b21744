import type { Spine } from '#platform/db.ts';
import { networkOf } from '#platform/network.ts';
import { overLimit, type Limit } from '#platform/rate-limit.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { hours } from '#platform/time.ts';

/** A house, a library or a drop-in centre may stand behind one address. */
const asking: Limit = { purpose: 'tastes.ask.address', atMost: 10, within: hours(1) };

/** Whoever asks for a group needs no account, so it is their address that is counted, and forgotten. */
export async function mayAskFrom(
	{ db, vault }: Pick<Spine, 'db' | 'vault'>,
	address: string,
	now: Date,
): Promise<Ruling<'too-many-needs'>> {
	return (await overLimit(db, vault, asking, networkOf(address), now)) ? refuse('too-many-needs') : allowed;
}
