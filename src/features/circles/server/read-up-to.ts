import { readUpTo as remember } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';

/** Remembers up to where somebody has read, for themselves alone. */
export async function readUpTo(tx: Tx, { circleId, place }: { circleId: CircleId; place: number }) {
	const ruling = may.read(await actorIn(tx, circleId));
	return ruling.refused ? ruling : remember(tx, circleId, place);
}
