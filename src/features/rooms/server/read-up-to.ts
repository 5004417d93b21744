import { readUpTo as remember } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { actorIn } from './standing.ts';

/** Remembers up to where somebody has read in a room, for their own devices. */
export async function readUpTo(tx: Tx, { roomId, place }: { roomId: RoomId; place: number }) {
	const ruling = may.read(await actorIn(tx, roomId));
	return ruling.refused ? ruling : remember(tx, roomId, place);
}
