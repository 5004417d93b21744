import type { Tx } from '#platform/db.ts';
import { slowedDown } from '../events.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { keepPace } from './pace.ts';
import { holdRoomStill } from './standing.ts';
import { tellDoor } from './tell-door.ts';

/** Has the room go slowly: so many seconds between two messages of one person. It ends when the room closes. */
export async function slowDown(tx: Tx, { roomId, seconds }: { roomId: RoomId; seconds: number }) {
	const pace = await keepPace(tx, 'hold');
	if (pace.refused) return pace;
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	if (ruling.refused) return ruling;
	await tx.db.updateTable('room').set({ slow_seconds: seconds }).where('id', '=', roomId).execute();
	await tx.announce(slowedDown({ roomId, seconds }));
	await tellDoor(tx, roomId, { stirred: true });
	return { seconds };
}
