import { postMessage as post, type Saying } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';

/** Says something in a circle. Sent again with the same client id, it is the same message, not another. */
export const postMessage = (tx: Tx, { circleId, ...saying }: { circleId: CircleId } & Saying) =>
	post(tx, circleId, saying, async () => may.speak(await actorIn(tx, circleId)));
