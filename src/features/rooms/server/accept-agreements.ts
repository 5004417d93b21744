import { acceptVersion } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { holdRoomStill } from './standing.ts';

/** Accepts the agreements as they were shown; if they have changed meanwhile, the new ones are shown first. */
export async function acceptAgreements(tx: Tx, { roomId, version }: { roomId: RoomId; version: number }) {
	const standing = await holdRoomStill(tx, roomId);
	const ruling = may.read(standing);
	if (ruling.refused) return ruling;
	if (standing.room!.agreementsVersion !== version) return refuse('agreements-changed');

	await acceptVersion(tx, roomId, version);
	return { accepted: version };
}
