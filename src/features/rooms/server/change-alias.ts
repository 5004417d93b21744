import { changeAlias as change } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { actorIn } from './standing.ts';

/** Goes by another name in this room. */
export const changeAlias = (tx: Tx, { roomId, name }: { roomId: RoomId; name: string }) =>
	change(tx, roomId, name, async () => may.rename(await actorIn(tx, roomId)));
