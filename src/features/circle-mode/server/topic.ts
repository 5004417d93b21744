import { viewerById } from '#features/people/server/index.ts';
import { isId, type PersonId } from '#platform/ids.ts';
import type { Reader } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { Topic } from '#platform/topic.ts';
import { may } from '../policy.ts';
import { sitterOf, type SittingId } from '../sitting.ts';
import { goingOn, standingAt, whoIs } from './going-on.ts';

/**
 * Watching a meeting is for those at it, at the door included. What comes is only that something changed: each then
 * fetches their own page, which says what is for them.
 */
export const sittingTopic: Topic = {
	prefix: 'sitting',

	async admit(db, viewer, id, now) {
		if (!isId(id)) return refuse('not-found');
		const row = await db
			.selectFrom('sitting')
			.select('circle_id')
			.where('id', '=', id as unknown as SittingId)
			.executeTakeFirst();
		const going = row && (await goingOn(db, row.circle_id));
		if (!row || going?.id !== (id as unknown as SittingId)) return refuse('not-found');
		const person = viewer ? await viewerById(db, viewer as PersonId) : undefined;
		const standing = await standingAt(db, row.circle_id, person ?? null, now, going);
		const ruling = may.look(standing);
		if (ruling.refused) return ruling;
		const who = await whoIs(db, row.circle_id, standing);
		const me = who && sitterOf(going.state, who.id);
		return me && me.where !== 'removed' && me.where !== 'left' ? {} : refuse('not-here');
	},

	async since(db, _vault, id, change) {
		const version = await versionOf(db, id);
		return version > change ? [{ change: version }] : [];
	},

	latest: (db, id) => versionOf(db, id),
};

async function versionOf(db: Reader, id: string): Promise<number> {
	const row = await db
		.selectFrom('sitting')
		.select('version')
		.where('id', '=', id as SittingId)
		.executeTakeFirst();
	return row?.version ?? 0;
}
