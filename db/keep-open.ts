import { z } from 'zod';
import { comeIn, giveSign, sitInCorner } from '#features/rooms/server/come-in.ts';
import { beginHold } from '#features/rooms/server/hold-room.ts';
import type { RoomId } from '#features/rooms/room.ts';
import type { RotaId } from '#features/rota/rota.ts';
import { onShiftNow } from '#features/rota/server/index.ts';
import { putOn } from '#features/rota/server/put-on.ts';
import { transact, type Reader, type Spine, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { after, minutes } from '#platform/time.ts';
import { keepGathering } from './at-the-door.ts';
import { people, rooms, type CastRoom, type Handle } from './cast.ts';

/** The cast, as whoever moves them sees it at one moment. */
interface Moving {
	now: Date;
	db: Reader;
	/** Undefined for somebody whom a visitor has erased. */
	idOf(who: Handle): PersonId | undefined;
	as<Outcome extends object>(who: Handle, operation: (tx: Tx) => Promise<Outcome>): Promise<Outcome>;
}

/**
 * Keeps the demonstration as it would be if its people were awake: whoever is on shift says that they are here, whoever is
 * in a room stays in, and the next meeting gathers. Through the same operations as everybody else, so that a visitor who plays a steward
 * can close them all the same.
 */
export const keepCastAwake = (spine: Spine) =>
	job(
		'demo.keep-cast-awake',
		z.object({}),
		async ({ now }) => {
			const { db } = spine;
			const named = await db
				.selectFrom('person')
				.select(['id', 'nickname'])
				.where('made_up', '=', true)
				.execute();
			const idOf = (who: Handle) => named.find(({ nickname }) => nickname === people[who].nickname)?.id;
			const as = <Outcome extends object>(who: Handle | null, operation: (tx: Tx) => Promise<Outcome>) =>
				transact(spine, { actor: (who && idOf(who)) ?? null, now }, operation);
			await keepOpen({ now, db, idOf, as });
			await keepGathering({
				now,
				db,
				as: async (who, operation) => (who === null || idOf(who) ? as(who, operation) : undefined),
			});
		},
		{ every: '*/5 * * * *' },
	);

/** Nobody of the cast says that they are here more often than this. */
const AGAIN_AFTER = minutes(12);

export async function keepOpen(cast: Moving) {
	for (const room of Object.values(rooms)) {
		const there = await roomCalled(cast, room.details.name);
		if (!there) continue;
		if (room.always) await beOnShift(cast, { ...there, holder: room.always });
		const holder = await whoIsOnShift(cast, there.rotaId);
		if (!holder) continue;
		if (await isQuiet(cast, there.roomId, holder)) await cast.as(holder, (tx) => beginHold(tx, there.roomId));
		await stayIn(cast, room, there.roomId);
	}
}

const roomCalled = ({ db }: Moving, name: string) =>
	db
		.selectFrom('room')
		.select(['id as roomId', 'rota_id as rotaId'])
		.where('name', '=', name)
		.where('state', '=', 'open')
		.executeTakeFirst();

/** Puts somebody on whatever shift it is now and nobody holds, as a coordinator, past all limits. */
export async function beOnShift(
	{ now, db, idOf, as }: Moving,
	{ rotaId, holder }: { rotaId: RotaId; holder: Handle },
) {
	const personId = idOf(holder);
	if (!personId || !idOf('amara')) return;
	const because = 'This is a demonstration: somebody made up is always there.';
	for (const { shiftId, personIds } of await onShiftNow(db, rotaId, now))
		if (personIds.length === 0) await as('amara', (tx) => putOn(tx, { rotaId, shiftId, personId, because }));
}

async function whoIsOnShift({ now, db, idOf }: Moving, rotaId: RotaId): Promise<Handle | undefined> {
	const shifts = await onShiftNow(db, rotaId, now);
	const on = shifts.filter(({ startsAt }) => startsAt <= now).flatMap(({ personIds }) => personIds);
	return (Object.keys(people) as Handle[]).find((who) => on.some((personId) => personId === idOf(who)));
}

async function isQuiet({ now, db, idOf }: Moving, roomId: RoomId, holder: Handle): Promise<boolean> {
	const hold = await db
		.selectFrom('hold')
		.select('until')
		.where('room_id', '=', roomId)
		.where('person_id', '=', idOf(holder)!)
		.where('confirmed_at', '>', after(now, -AGAIN_AFTER))
		// At the end of a shift it is the next one that counts.
		.where('until', '>', after(now, AGAIN_AFTER))
		.executeTakeFirst();
	return hold === undefined;
}

/** Guests who are in stay in; where the room has opened anew, they come in again. */
async function stayIn({ now, db, idOf, as }: Moving, { guests = {} }: CastRoom, roomId: RoomId) {
	for (const [who, { intent, firstTime = false, corner = false }] of Object.entries(guests)) {
		const me = who as Handle;
		const personId = idOf(me);
		if (!personId) continue;
		const presence = await db
			.selectFrom('presence')
			.innerJoin('room', 'room.id', 'presence.room_id')
			.select('presence.sign_at')
			.where('presence.room_id', '=', roomId)
			.where('presence.person_id', '=', personId)
			.whereRef('presence.since', '>=', 'room.open_since')
			.executeTakeFirst();
		if (!presence) await as(me, (tx) => comeIn(tx, { roomId, intent, firstTime }));
		else if (presence.sign_at < after(now, -AGAIN_AFTER)) await as(me, (tx) => giveSign(tx, roomId));
		if (!presence && corner) await as(me, (tx) => sitInCorner(tx, { roomId, corner }));
	}
}
