import type { Home } from '#features/conversations/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { standingIn } from './standing.ts';

/** What a room says of its conversation to those who must reach into every one. */
export const roomHome: Home = {
	kind: 'room',
	isNamed: true,

	async mayRead(db, viewer, id, now) {
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return may.read(await standingIn(db, id as RoomId, who ?? null, now));
	},

	/** Who holds it is told at the door. */
	async showsPeople(db, viewer, id, now) {
		return may.find(await standingIn(db, id as RoomId, (await viewerById(db, viewer)) ?? null, now));
	},

	async mayWrite(db, viewer, id, now) {
		const who = await viewerById(db, viewer);
		return may.edit(await standingIn(db, id as RoomId, who ?? null, now));
	},

	async mayTend(db, viewer, id, now) {
		const who = await viewerById(db, viewer);
		return may.hold(await standingIn(db, id as RoomId, who ?? null, now));
	},

	async nameOf(db, id) {
		const query = db
			.selectFrom('room')
			.select('name')
			.where('id', '=', id as RoomId);
		return (await query.executeTakeFirstOrThrow()).name;
	},

	async pathOf(db, id) {
		const query = db
			.selectFrom('room')
			.select('slug')
			.where('id', '=', id as RoomId);
		return `/rooms/${(await query.executeTakeFirstOrThrow()).slug}/talk`;
	},
};
