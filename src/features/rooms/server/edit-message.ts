import { editMessage as edit, type Editing } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { actorIn } from './standing.ts';

/** Says it differently. It needs what saying it needs. */
export const editMessage = (tx: Tx, { roomId, ...editing }: Editing & { roomId: RoomId }) =>
	edit(tx, roomId, editing, async () => may.edit(await actorIn(tx, roomId)));
