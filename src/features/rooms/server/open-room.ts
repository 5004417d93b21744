import { beginConversation } from '#features/conversations/server/index.ts';
import { organisationOf, viewerById } from '#features/people/server/index.ts';
import type { RotaId } from '#features/rota/rota.ts';
import { changeRota, closeRota, makeRota } from '#features/rota/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { newSlug } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { isZone } from '#platform/time.ts';
import { agreementsChanged, detailsChanged, roomMade } from '../events.ts';
import { may } from '../policy.ts';
import type { Room, RoomDetails, RoomId } from '../room.ts';
import { keepPace } from './pace.ts';
import { holdRoomStill } from './standing.ts';
import { tellDoor } from './tell-door.ts';

/** A coordinator opens a room, with a rota of its own. It stays closed until somebody holds it. */
export async function openRoom(tx: Tx, { zone, ...details }: RoomDetails & { zone: string }) {
	const pace = await keepPace(tx, 'open');
	if (pace.refused) return pace;
	const ruling = may.arrange({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	if (!isZone(zone)) return refuse('no-such-zone');
	const { ageBands } = await organisationOf(tx.db);
	if (!ageBands.includes(details.ageBand)) return refuse('band-not-here');

	const roomId: RoomId = tx.newId();
	const slug = newSlug();
	const { rotaId } = await makeRota(tx, {
		name: details.name,
		zone,
		heldBy: details.heldBy,
		onePer: details.secondAt,
	});
	await beginConversation(tx, 'room', roomId);
	await tx.db
		.insertInto('room')
		.values({
			id: roomId,
			slug,
			...columnsOf(details),
			agreements_version: 1,
			rota_id: rotaId,
			state: 'open',
			shut_until: null,
			slow_seconds: 0,
			told: 'closed',
			open_since: null,
			door_change: 0,
			desk_change: 0,
			opened_at: tx.now,
		})
		.execute();
	await tx.announce(roomMade({ roomId }));
	await tx.nudge(`rooms:${details.ageBand}`);
	return { roomId, rotaId, slug };
}

/** The details as columns, and nothing else that may have come along. */
const columnsOf = (details: RoomDetails) => ({
	name: details.name,
	about: details.about,
	language: details.language,
	age_band: details.ageBand,
	held_by: [...details.heldBy],
	agreements: details.agreements,
	second_at: details.secondAt,
	keep_days: details.keepDays,
});

/** Changes what is said about a room, but not whom it is for by age. New agreements are shown before the next word. */
export async function changeRoom(
	tx: Tx,
	{ roomId, ...details }: Omit<RoomDetails, 'ageBand'> & { roomId: RoomId },
) {
	const { room, viewer } = await holdRoomStill(tx, roomId);
	const ruling = may.arrange({ viewer });
	if (ruling.refused) return ruling;

	const { agreements } = await tx.db
		.selectFrom('room')
		.select('agreements')
		.where('id', '=', roomId)
		.executeTakeFirstOrThrow();
	const version = room!.agreementsVersion + (agreements === details.agreements ? 0 : 1);
	await tx.db
		.updateTable('room')
		.set({ ...columnsOf({ ...details, ageBand: room!.ageBand }), agreements_version: version })
		.where('id', '=', roomId)
		.execute();
	const { name, heldBy, secondAt: onePer } = details;
	await changeRota(tx, { ...(await rotaOf(tx, room!.rotaId)), rotaId: room!.rotaId, name, heldBy, onePer });
	if (version > room!.agreementsVersion) await tx.announce(agreementsChanged({ roomId, version }));
	await tx.announce(detailsChanged({ roomId }));
	await tellDoor(tx, roomId, { stirred: true });
	return { version };
}

/** Rests a room, so that nobody opens it; has it open again; or closes it for good, and its rota with it. */
export async function changeState(tx: Tx, { roomId, state }: { roomId: RoomId; state: Room['state'] }) {
	const { room, viewer } = await holdRoomStill(tx, roomId);
	const ruling = may.arrange({ viewer });
	if (ruling.refused) return ruling;
	if (room!.state === 'closed') return refuse('room-is-no-more');

	await tx.db.updateTable('room').set({ state }).where('id', '=', roomId).execute();
	if (state === 'closed') await closeRota(tx, room!.rotaId);
	await tx.announce(detailsChanged({ roomId }));
	await tellDoor(tx, roomId, { stirred: true });
	return { state };
}

/** What is said on the rota itself stays as it is. */
const rotaOf = (tx: Tx, rotaId: RotaId) =>
	tx.db
		.selectFrom('rota')
		.select(['kind', 'least', 'spare', 'night_from as nightFrom', 'night_until as nightUntil'])
		.where('id', '=', rotaId)
		.executeTakeFirstOrThrow();
