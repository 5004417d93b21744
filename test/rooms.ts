import type { RotaId } from '#features/rota/rota.ts';
import type { RoomDetails, RoomId } from '#features/rooms/room.ts';
import { acceptAgreements } from '#features/rooms/server/accept-agreements.ts';
import { comeIn } from '#features/rooms/server/come-in.ts';
import { beginHold } from '#features/rooms/server/hold-room.ts';
import { openRoom } from '#features/rooms/server/open-room.ts';
import { postMessage } from '#features/rooms/server/post-message.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Refused } from '#platform/ruling.ts';
import { aShift } from './rota.ts';
import type { World } from './world.ts';

/** A room with its rota, the coordinator who opened it, and Rosa, who is on shift for two hours and may hold it. */
export interface ARoom {
	roomId: RoomId;
	rotaId: RotaId;
	coordinator: PersonId;
	rosa: PersonId;
}

const details: RoomDetails & { zone: string } = {
	name: 'The kitchen table',
	about: 'For evenings that are long.',
	language: 'en',
	ageBand: 'adult',
	heldBy: ['supporter', 'steward'],
	agreements: 'What is said here stays here.',
	secondAt: 12,
	keepDays: 90,
	zone: 'Europe/Paris',
};

export async function aRoom(world: World, more: Partial<RoomDetails> = {}): Promise<ARoom> {
	const coordinator = await world.person('Amara', { duties: ['coordinator'] });
	const rosa = await world.person('Rosa', { duties: ['supporter'] });
	const opened = await world.as(coordinator, (tx) => openRoom(tx, { ...details, ...more }));
	if ('refused' in opened) throw new Error(`The room could not open: ${opened.refused}`);
	const { roomId, rotaId } = opened;
	await aShift(world, rotaId, { in: -0.1, lasting: 2, held: [rosa] });
	return { roomId, rotaId, coordinator, rosa };
}

/** The same, with Rosa at its desk. */
export async function aHeldRoom(world: World, more: Partial<RoomDetails> = {}): Promise<ARoom> {
	const room = await aRoom(world, more);
	granted(await world.as(room.rosa, (tx) => beginHold(tx, room.roomId)));
	return room;
}

/** Somebody new in the room, who has accepted its agreements. */
export async function somebodyIn(
	world: World,
	{ roomId }: Pick<ARoom, 'roomId'>,
	nickname: string,
): Promise<PersonId> {
	const person = await world.person(nickname);
	granted(await world.as(person, (tx) => comeIn(tx, { roomId, intent: 'talk', firstTime: false })));
	granted(await world.as(person, (tx) => acceptAgreements(tx, { roomId, version: 1 })));
	return person;
}

/** Says something there. */
export const saying = (world: World, who: PersonId, roomId: RoomId, body = 'Evening.') =>
	world.as(who, (tx) =>
		postMessage(tx, { roomId, body, contentNote: '', replyTo: undefined, clientId: tx.newId() }),
	);

/** What was allowed; throws where it was not. */
export function granted<Outcome extends object>(outcome: Outcome): Exclude<Outcome, Refused<string>> {
	if ('refused' in outcome && outcome.refused) throw new Error(`Refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, Refused<string>>;
}
