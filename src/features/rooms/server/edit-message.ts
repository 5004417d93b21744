import { editMessage as edit } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { actorIn } from './standing.ts';

interface Editing {
	roomId: RoomId;
	place: number;
	body: string;
	contentNote: string;
}

/** Says it differently. It needs what saying it needs. */
export const editMessage = (tx: Tx, { roomId, ...editing }: Editing) =>
	edit(tx, roomId, editing, async () => may.edit(await actorIn(tx, roomId)));
