import type { HidingReason } from '#features/conversations/message.ts';
import { hideMessage as hide, showMessage as show } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { holdRoomStill } from './standing.ts';

interface Hiding {
	roomId: RoomId;
	place: number;
	because: HidingReason;
}

/** Hides a message from everyone but its author and the holders. The author reads the reason. */
export async function hideMessage(tx: Tx, { roomId, ...hiding }: Hiding) {
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	return ruling.refused ? ruling : hide(tx, roomId, hiding);
}

/** Shows a hidden message again: a holder thought better of it. */
export async function showMessage(tx: Tx, { roomId, place }: { roomId: RoomId; place: number }) {
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	return ruling.refused ? ruling : show(tx, roomId, place);
}
