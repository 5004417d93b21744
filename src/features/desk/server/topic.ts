import { sql } from 'kysely';
import type { AgeBand } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { Topic } from '#platform/topic.ts';
import { may } from '../policy.ts';

const prefix = 'cases';

/**
 * That something on the desk of one age band has changed: `cases:adult`. It says only that; each page asks again, and is told
 * what its reader may see.
 */
export const deskTopic: Topic = {
	prefix,
	async admit(db, viewer, band) {
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return who && who.ageBand === band ? may.count({ viewer: who }) : { refused: 'not-found' };
	},
	latest: deskChange,
	async since(db, _vault, band, change) {
		const now = await deskChange(db, band);
		return now > change ? [{ change: now }] : [];
	},
};

/** When something on the desk last changed: milliseconds since 1970. */
export async function deskChange(db: Reader, band: string): Promise<number> {
	const { change } = await db
		.selectFrom('desk_case')
		.select(
			sql<number>`coalesce(max(extract(epoch from greatest(tier_since, taken_at, second_asked_at, second_at, settled_at)) * 1000), 0)::float8`.as(
				'change',
			),
		)
		.where('age_band', '=', band as AgeBand)
		.executeTakeFirstOrThrow();
	return change;
}

/** Tells whoever has the desk open to look again. */
export const stirDesk = (tx: Tx, ageBand: AgeBand) => tx.nudge(`${prefix}:${ageBand}`);
