import { sql } from 'kysely';
import { viewerById } from '#features/people/server/index.ts';
import type { AgeBand } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { Topic } from '#platform/topic.ts';

/**
 * That somebody is asked for, or has come, in one age band: `calls:adult`. It says only that something changed; what it
 * is, each page asks again, and is told what its reader may see.
 */
export const callsTopic: Topic = {
	prefix: 'calls',
	async admit(db, viewer, band) {
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return who && who.ageBand === band && who.duties.length > 0 ? {} : refuse('not-found');
	},
	latest: callsChange,
	async since(db, _vault, band, change) {
		const now = await callsChange(db, band);
		return now > change ? [{ change: now }] : [];
	},
};

/** When somebody was last asked for, came or ended it: milliseconds since 1970. */
export async function callsChange(db: Reader, band: string): Promise<number> {
	const { change } = await db
		.selectFrom('backup')
		.select(
			sql<number>`coalesce(max(extract(epoch from greatest(asked_at, came_at, ended_at)) * 1000), 0)::float8`.as(
				'change',
			),
		)
		.where('age_band', '=', band as AgeBand)
		.executeTakeFirstOrThrow();
	return change;
}
