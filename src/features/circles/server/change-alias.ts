import { changeAlias as change } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';

/** Goes by another name in this circle. */
export const changeAlias = (tx: Tx, { circleId, name }: { circleId: CircleId; name: string }) =>
	change(tx, circleId, name, async () => may.rename(await actorIn(tx, circleId)));
