import type { AliasId } from '#features/conversations/conversation.ts';
import { personBehind } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { after, minutes as lasting } from '#platform/time.ts';
import { askedToPause } from '../events.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { holdsIn, holdRoomStill } from './standing.ts';
import { tellDoor } from './tell-door.ts';

/** Asks somebody to listen for a while, also when they leave and come back. They read until when. */
export async function askToPause(
	tx: Tx,
	{ roomId, alias, minutes }: { roomId: RoomId; alias: AliasId; minutes: number },
) {
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	if (ruling.refused) return ruling;
	const personId = await personBehind(tx, roomId, alias);
	if (!personId) return refuse('not-there');
	const holders = (await holdsIn(tx.db, roomId)).map((hold) => hold.personId);
	if (holders.includes(personId)) return refuse('holds-it-too');

	const until = after(tx.now, lasting(minutes));
	await tx.db
		.insertInto('room_pause')
		.values({ room_id: roomId, person_id: personId, until })
		.onConflict((again) => again.columns(['room_id', 'person_id']).doUpdateSet({ until }))
		.execute();
	await tx.announce(askedToPause({ roomId, personId, minutes }));
	await tellDoor(tx, roomId, { stirred: true });
	return { until };
}

/** Thinks better of it. */
export async function endPause(tx: Tx, { roomId, alias }: { roomId: RoomId; alias: AliasId }) {
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	if (ruling.refused) return ruling;
	const personId = await personBehind(tx, roomId, alias);
	if (!personId) return refuse('not-there');
	await tx.db
		.deleteFrom('room_pause')
		.where('room_id', '=', roomId)
		.where('person_id', '=', personId)
		.execute();
	await tellDoor(tx, roomId, { stirred: true });
	return { ended: alias };
}
