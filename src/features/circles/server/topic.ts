import { viewerById } from '#features/people/server/index.ts';
import { isId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import type { Topic } from '#platform/topic.ts';
import type { CircleId } from '../circle.ts';
import type { MessageLine } from '../message.ts';
import { may } from '../policy.ts';
import { changesAfter } from './lines.ts';
import { standingIn } from './standing.ts';

/** Watching a circle needs exactly what reading it needs. */
export const circleTopic: Topic<MessageLine> = {
	prefix: 'circle',

	async admit(db, viewer, id, now) {
		if (!isId(id)) return refuse('not-found');
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return may.read(await standingIn(db, id as unknown as CircleId, who ?? null, now));
	},

	since: (db, vault, id, change) => changesAfter(db, vault, id as CircleId, change),

	async latest(db, id) {
		const circle = await db
			.selectFrom('circle')
			.select('last_change')
			.where('id', '=', id as CircleId)
			.executeTakeFirst();
		return circle?.last_change ?? 0;
	},
};
