import type { Home } from '#features/conversations/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { standingIn } from './standing.ts';

/** What a circle says of its conversation to those who must reach into every one. */
export const circleHome: Home = {
	kind: 'circle',
	isNamed: true,

	async mayRead(db, viewer, id, now) {
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return may.read(await standingIn(db, id as CircleId, who ?? null, now));
	},

	async mayWrite(db, viewer, id, now) {
		const who = await viewerById(db, viewer);
		return may.speak(await standingIn(db, id as CircleId, who ?? null, now));
	},

	async mayTend(db, viewer, id, now) {
		const who = await viewerById(db, viewer);
		return may.host(await standingIn(db, id as CircleId, who ?? null, now));
	},

	async nameOf(db, id) {
		const query = db
			.selectFrom('circle')
			.select('name')
			.where('id', '=', id as CircleId);
		return (await query.executeTakeFirstOrThrow()).name;
	},

	async pathOf(db, id) {
		const query = db
			.selectFrom('circle')
			.select('slug')
			.where('id', '=', id as CircleId);
		return `/circles/${(await query.executeTakeFirstOrThrow()).slug}/talk`;
	},
};
