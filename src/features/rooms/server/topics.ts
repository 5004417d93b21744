import type { AgeBand } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader } from '#platform/db.ts';
import { isId, type PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import type { Topic } from '#platform/topic.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import { roomsChange } from './queries.ts';
import { standingIn } from './standing.ts';
import { ageBandsFor } from './visible-to.ts';

/*
 * These say only that something changed. What it is, each page asks again, and is told what its reader may see.
 */

/** A room’s door: that it opened, closes soon or closed, and what else everybody in the room sees of it. */
export const doorTopic: Topic = {
	prefix: 'door',
	admit: async (db, viewer, id, now) =>
		isId(id) ? may.find(await standingOf(db, viewer, id, now)) : refuse('not-found'),
	...counting((db, id) =>
		db
			.selectFrom('room')
			.select('door_change as change')
			.where('id', '=', id as RoomId)
			.executeTakeFirst(),
	),
};

/** What only those see who hold the room: who came in, who left. */
export const deskTopic: Topic = {
	prefix: 'desk',
	admit: async (db, viewer, id, now) =>
		isId(id) ? may.hold(await standingOf(db, viewer, id, now)) : refuse('not-found'),
	...counting((db, id) =>
		db
			.selectFrom('room')
			.select('desk_change as change')
			.where('id', '=', id as RoomId)
			.executeTakeFirst(),
	),
};

/** All rooms of one age band, as `/rooms` shows them: `rooms:adult`. */
export const roomsTopic: Topic = {
	prefix: 'rooms',
	async admit(db, viewer, band) {
		const who = viewer ? ((await viewerById(db, viewer)) ?? null) : null;
		return ageBandsFor(who).includes(band as AgeBand) ? {} : refuse('not-found');
	},
	...counting(async (db, band) => ({ change: await roomsChange(db, band as AgeBand) })),
};

async function standingOf(db: Reader, viewer: PersonId | null, id: string, now: Date) {
	const who = viewer ? await viewerById(db, viewer) : undefined;
	return standingIn(db, id as unknown as RoomId, who ?? null, now);
}

/** A topic of which there is only a count. */
function counting(count: (db: Reader, id: string) => Promise<{ change: number } | undefined>) {
	const latest = async (db: Reader, id: string) => (await count(db, id))?.change ?? 0;
	return {
		latest,
		async since(db: Reader, _vault: unknown, id: string, change: number) {
			const now = await latest(db, id);
			return now > change ? [{ change: now }] : [];
		},
	};
}
