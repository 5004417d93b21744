import { resonate as answer } from '#features/conversations/server/index.ts';
import type { Resonance } from '#features/conversations/message.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';

interface Answer {
	circleId: CircleId;
	place: number;
	kind: Resonance;
}

/** Answers quietly, or takes a quiet answer back. */
export const resonate = (tx: Tx, { circleId, ...quietly }: Answer) =>
	answer(tx, circleId, quietly, async () => may.resonate(await actorIn(tx, circleId)));
