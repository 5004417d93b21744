import { editMessage as edit, type Editing } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';

/** Says it differently. It needs what saying it needs. */
export const editMessage = (tx: Tx, { circleId, ...editing }: Editing & { circleId: CircleId }) =>
	edit(tx, circleId, editing, async () => may.speak(await actorIn(tx, circleId)));
