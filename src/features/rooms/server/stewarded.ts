import {
	holdStill,
	keepOut,
	letBackIn,
	type InPlace,
	type Stewarded,
} from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { askedToPause } from '../events.ts';
import type { RoomId } from '../room.ts';
import { tellDoor } from './tell-door.ts';

/** What stewards can do about somebody in a room, and how it is taken back. */
export const stewarded: Stewarded = {
	kind: 'room',

	/** Anywhere they have been somebody: whoever has left may come in again. */
	async placesOf(tx, personId) {
		const rows = await tx.db
			.selectFrom('alias')
			.innerJoin('room', 'room.id', 'alias.conversation_id')
			.select('room.id')
			.where('alias.person_id', '=', personId)
			.where('room.state', '!=', 'closed')
			.orderBy('room.id')
			.execute();
		return rows.map(({ id }) => id);
	},

	async pause(tx, at, until) {
		const { roomId, personId } = await still(tx, at);
		const pause = await tx.db
			.selectFrom('room_pause')
			.select('until')
			.where('room_id', '=', roomId)
			.where('person_id', '=', personId)
			.executeTakeFirst();
		if (pause && pause.until >= until) return undefined;
		await pausedUntil(tx, at, until);
		const minutes = Math.round((until.getTime() - tx.now.getTime()) / 60_000);
		await tx.announce(askedToPause({ roomId, personId, minutes }));
		await tellDoor(tx, roomId, { stirred: true });
		return { until: pause?.until.toISOString() ?? null };
	},

	async endPause(tx, at, was, until) {
		const { roomId, personId } = await still(tx, at);
		const gone = await tx.db
			.deleteFrom('room_pause')
			.where('room_id', '=', roomId)
			.where('person_id', '=', personId)
			.where('until', '=', until)
			.executeTakeFirst();
		if (gone.numDeletedRows > 0n && typeof was.until === 'string')
			await pausedUntil(tx, at, new Date(was.until));
		await tellDoor(tx, roomId, { stirred: true });
	},

	async takeOut(tx, at, until) {
		const { roomId, personId } = await still(tx, at);
		await keepOut(tx, { ...at, until });
		for (const table of ['presence', 'hold'] as const)
			await tx.db.deleteFrom(table).where('room_id', '=', roomId).where('person_id', '=', personId).execute();
		await tellDoor(tx, roomId, { stirred: true });
		await tx.nudge(`!room:${roomId}`);
		await tx.nudge(`!desk:${roomId}`);
		return {};
	},

	/** Being in a room is only ever now: they may come in again. */
	async putBack(tx, at) {
		await still(tx, at);
		await letBackIn(tx, at);
	},
};

async function still(tx: Tx, { id, personId }: InPlace) {
	await holdStill(tx, id);
	return { roomId: id as RoomId, personId };
}

const pausedUntil = (tx: Tx, { id, personId }: InPlace, until: Date) =>
	tx.db
		.insertInto('room_pause')
		.values({ room_id: id as RoomId, person_id: personId, until })
		.onConflict((again) => again.columns(['room_id', 'person_id']).doUpdateSet({ until }))
		.execute();
