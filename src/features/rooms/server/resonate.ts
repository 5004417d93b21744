import type { Resonance } from '#features/conversations/message.ts';
import { resonate as answer } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { actorIn } from './standing.ts';

interface Answer {
	roomId: RoomId;
	place: number;
	kind: Resonance;
}

/** Answers quietly, or takes a quiet answer back. */
export const resonate = (tx: Tx, { roomId, ...quietly }: Answer) =>
	answer(tx, roomId, quietly, async () => may.resonate(await actorIn(tx, roomId)));
