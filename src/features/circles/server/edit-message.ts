import { editMessage as edit } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';

interface Editing {
	circleId: CircleId;
	place: number;
	body: string;
	contentNote: string;
}

/** Says it differently. It needs what saying it needs. */
export const editMessage = (tx: Tx, { circleId, ...editing }: Editing) =>
	edit(tx, circleId, editing, async () => may.speak(await actorIn(tx, circleId)));
