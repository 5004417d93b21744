import type { AliasId } from '#features/conversations/conversation.ts';
import { acceptVersion, personBehind } from '#features/conversations/server/index.ts';
import type { RotaId } from '#features/rota/rota.ts';
import { onShiftNow } from '#features/rota/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { handedOver, holdBegun, shutAtOnce as shut, shutLifted } from '../events.ts';
import { decideHandOver, decideHolding, decideToHold, type Hold, type Holding } from '../holding.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { stepIn } from './come-in.ts';
import { keepPace } from './pace.ts';
import { actorIn } from './standing.ts';
import { atTheDoor, tellDoor } from './tell-door.ts';

/** “I’m here.” On one’s shift, that opens the room, or joins whoever holds it already. */
export async function beginHold(tx: Tx, roomId: RoomId) {
	const pace = await keepPace(tx, 'hold');
	if (pace.refused) return pace;
	const holds = await atTheDoor(tx, roomId);
	const standing = await actorIn(tx, roomId);
	const found = may.find(standing);
	if (found.refused) return found;
	const room = standing.room!;

	const shiftEndsAt = await shiftEndOf(tx.db, room.rotaId, tx.actor, tx.now);
	const decision = decideToHold({ room, holds, me: standing.viewer!, shiftEndsAt }, tx.now);
	if ('refused' in decision) return decision;

	await takeHold(tx, roomId, decision.hold);
	return { heldUntil: decision.hold.until };
}

/** When the shift of this rota ends that somebody is on now; undefined when they are on none. */
export async function shiftEndOf(db: Reader, rotaId: RotaId, personId: PersonId, now: Date) {
	const shifts = await onShiftNow(db, rotaId, now);
	return shifts.findLast(({ personIds }) => personIds.includes(personId))?.endsAt;
}

/** Writes a hold down, and has its holder be in the room, by its agreements. */
export async function takeHold(tx: Tx, roomId: RoomId, hold: Hold) {
	const isNew = hold.since.getTime() === tx.now.getTime();
	await writeHold(tx, roomId, hold);
	if (isNew) await tx.announce(holdBegun({ roomId, personId: hold.personId }));
	// The room may have opened with this, and an opened room begins empty.
	await tellDoor(tx, roomId, { stirred: true });
	const { room } = await actorIn(tx, roomId);
	await stepIn(tx, roomId, { intent: 'talk', firstTime: false });
	await acceptVersion(tx, roomId, room!.agreementsVersion);
}

async function writeHold(tx: Tx, roomId: RoomId, hold: Hold) {
	const row = {
		since: hold.since,
		confirmed_at: hold.confirmedAt,
		shift_ends_at: hold.shiftEndsAt,
		until: hold.until,
	};
	await tx.db
		.insertInto('hold')
		.values({ room_id: roomId, person_id: hold.personId, ...row })
		.onConflict((again) => again.columns(['room_id', 'person_id']).doUpdateSet(row))
		.execute();
}

/** Says so again, stays longer, or lets everybody know that the room closes in ten minutes. */
export async function changeHold(tx: Tx, { roomId, what }: { roomId: RoomId; what: Holding }) {
	const pace = await keepPace(tx, 'hold');
	if (pace.refused) return pace;
	const holds = await atTheDoor(tx, roomId);
	const decision = decideHolding(holds, tx.actor, what, tx.now);
	if ('refused' in decision) return decision;

	await writeHold(tx, roomId, decision.hold);
	await tellDoor(tx, roomId, { stirred: true });
	return { until: decision.hold.until };
}

/** Leaves the room in the hands of somebody who holds it already. */
export async function handOver(tx: Tx, { roomId, alias }: { roomId: RoomId; alias: AliasId }) {
	const holds = await atTheDoor(tx, roomId);
	const to = await personBehind(tx, roomId, alias);
	const decision = decideHandOver(holds, tx.actor, to, tx.now);
	if ('refused' in decision) return decision;

	await tx.db.deleteFrom('hold').where('room_id', '=', roomId).where('person_id', '=', tx.actor).execute();
	await tx.announce(handedOver({ roomId, personId: tx.actor }));
	await tx.nudge(`!desk:${roomId}`);
	await tellDoor(tx, roomId, { stirred: true });
	return decision;
}

/** Closes a room at once. Whoever was on shift does not open it again; the next shift does, or a steward. */
export async function shutAtOnce(tx: Tx, roomId: RoomId) {
	const holds = await atTheDoor(tx, roomId);
	const ruling = may.closeAtOnce(await actorIn(tx, roomId));
	if (ruling.refused) return ruling;
	if (holds.length === 0) return refuse('room-closed');

	const shutUntil = holds
		.map(({ shiftEndsAt }) => shiftEndsAt)
		.toSorted((a, b) => +a - +b)
		.at(-1)!;
	await tx.db.deleteFrom('hold').where('room_id', '=', roomId).execute();
	await tx.db.updateTable('room').set({ shut_until: shutUntil }).where('id', '=', roomId).execute();
	await tx.announce(shut({ roomId }));
	await tellDoor(tx, roomId, { stirred: true });
	return { shutUntil };
}

/** A steward thinks better of it: whoever is on shift may open the room again. */
export async function liftShut(tx: Tx, roomId: RoomId) {
	await atTheDoor(tx, roomId);
	const ruling = may.closeAtOnce(await actorIn(tx, roomId));
	if (ruling.refused) return ruling;
	const lifted = await tx.db
		.updateTable('room')
		.set({ shut_until: null })
		.where('id', '=', roomId)
		.where('shut_until', 'is not', null)
		.executeTakeFirst();
	if (lifted.numUpdatedRows === 0n) return { lifted: roomId };
	await tx.announce(shutLifted({ roomId }));
	await tellDoor(tx, roomId, { stirred: true });
	return { lifted: roomId };
}
