import { sql, type ExpressionBuilder } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Tables } from '#platform/db.ts';

/** `may.look` as SQL, for lists and sums: their age band’s, but what is about them or was raised or decided by them. */
export const visibleTo = (
	where: ExpressionBuilder<Tables, 'desk_case'>,
	viewer: Pick<Viewer, 'id' | 'ageBand'>,
) =>
	where.and([
		where('desk_case.age_band', '=', viewer.ageBand),
		sql<boolean>`desk_case.subject_id is distinct from ${viewer.id}`,
		where.not(
			where.exists(
				where
					.selectFrom('case_apart')
					.select('case_apart.case_id')
					.whereRef('case_apart.case_id', '=', 'desk_case.id')
					.where('case_apart.person_id', '=', viewer.id),
			),
		),
	]);
