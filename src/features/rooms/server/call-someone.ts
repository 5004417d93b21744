import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { someoneComing, someoneNeeded } from '../events.ts';
import { decideToHold } from '../holding.ts';
import { may } from '../policy.ts';
import type { CallId, RoomId } from '../room.ts';
import { takeHold } from './hold-room.ts';
import { keepPace } from './pace.ts';
import { actorIn, holdRoomStill } from './standing.ts';
import { atTheDoor, tellDoor } from './tell-door.ts';

/** “I need someone.” Everybody who may hold the room sees it at once. Twice is once. */
export async function callSomeone(tx: Tx, roomId: RoomId) {
	const pace = await keepPace(tx, 'hold');
	if (pace.refused) return pace;
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	if (ruling.refused) return ruling;
	const callId: CallId = tx.newId();
	const called = await tx.db
		.insertInto('second_call')
		.values({
			id: callId,
			room_id: roomId,
			called_by: tx.actor,
			called_at: tx.now,
			answered_by: null,
			ended_at: null,
		})
		.onConflict((already) => already.doNothing())
		.executeTakeFirstOrThrow();
	if (!called.numInsertedOrUpdatedRows) return { called: true };
	await tx.announce(someoneNeeded({ roomId, callId }));
	await tellDoor(tx, roomId, { stirred: true });
	return { called: true };
}

/** “It is all right again.” */
export async function endCall(tx: Tx, roomId: RoomId) {
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	if (ruling.refused) return ruling;
	await tx.db
		.updateTable('second_call')
		.set({ ended_at: tx.now })
		.where('room_id', '=', roomId)
		.where('ended_at', 'is', null)
		.execute();
	await tellDoor(tx, roomId, { stirred: true });
	return { called: false };
}

/** “I’m coming”: holds the room as well, until the shift of whoever called is over. One comes; the others see it. */
export async function answerCall(tx: Tx, roomId: RoomId) {
	const pace = await keepPace(tx, 'hold');
	if (pace.refused) return pace;
	const holds = await atTheDoor(tx, roomId);
	const standing = await actorIn(tx, roomId);
	const ruling = may.help(standing);
	if (ruling.refused) return ruling;
	const call = await tx.db
		.updateTable('second_call')
		.set({ answered_by: tx.actor, ended_at: tx.now })
		.where('room_id', '=', roomId)
		.where('ended_at', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (!call) return refuse('somebody-came');

	const shiftEndsAt = holds
		.map((hold) => hold.shiftEndsAt)
		.toSorted((a, b) => +a - +b)
		.at(-1);
	const decision = decideToHold({ room: standing.room!, holds, me: standing.viewer!, shiftEndsAt }, tx.now);
	if ('refused' in decision) return decision;
	await tx.announce(someoneComing({ roomId, callId: call.id }));
	await takeHold(tx, roomId, decision.hold);
	return { coming: roomId };
}
