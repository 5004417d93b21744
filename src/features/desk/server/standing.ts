import { viewerById } from '#features/people/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Case, CaseId } from '../case.ts';
import type { Standing } from '../policy.ts';

/** A case as rules see it; undefined when there is none. */
export async function caseAsRulesSee(db: Reader, caseId: CaseId): Promise<Case | undefined> {
	const row = await db
		.selectFrom('desk_case')
		.select(['id', 'about', 'kind', 'tier', 'state'])
		.select(['subject_id as subjectId', 'taken_by as takenBy', 'second_id as secondId'])
		.select(['age_band as ageBand', 'opened_at as openedAt', 'tier_since as tierSince'])
		.select('settled_at as settledAt')
		.where('id', '=', caseId)
		.executeTakeFirst();
	if (!row) return undefined;
	const apart = await db
		.selectFrom('case_apart')
		.select(['person_id', 'because'])
		.where('case_id', '=', caseId)
		.orderBy('person_id')
		.execute();
	const because = (why: 'raised' | 'decided'): PersonId[] =>
		apart.filter((each) => each.because === why).map(({ person_id }) => person_id);
	return { ...row, reporterIds: because('raised'), apartIds: because('decided') };
}

export const standingIn = async (db: Reader, caseId: CaseId, viewer: Viewer | null): Promise<Standing> => ({
	viewer,
	case: await caseAsRulesSee(db, caseId),
});

/** A case held still until the transaction ends, and whoever acts: nobody, where the desk does something by itself. */
export async function caseStill(tx: Tx, caseId: CaseId, who: PersonId | null = tx.actor): Promise<Standing> {
	await tx.db.selectFrom('desk_case').select('id').where('id', '=', caseId).forUpdate().execute();
	return standingIn(tx.db, caseId, who ? ((await viewerById(tx.db, who)) ?? null) : null);
}
