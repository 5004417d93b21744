import type { ExpressionBuilder } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Tables } from '#platform/db.ts';

/**
 * `may.find` as SQL, for lists. A test asks both about the whole cast and compares. Invitations open a circle’s page,
 * not lists, so they are not asked about here.
 */
export function visibleTo(where: ExpressionBuilder<Tables, 'circle'>, viewer: Viewer | null) {
	const publicly = where.and([
		where('circle.state', '!=', 'closed'),
		where('circle.age_band', '=', viewer?.ageBand ?? 'adult'),
		where('circle.joining', '!=', 'by-invitation'),
	]);
	if (!viewer) return publicly;
	return where.or([
		publicly,
		...(['seat', 'wait', 'observer'] as const).map((table) =>
			where.exists(
				where
					.selectFrom(table)
					.select(`${table}.person_id`)
					.whereRef(`${table}.circle_id`, '=', 'circle.id')
					.where(`${table}.person_id`, '=', viewer.id),
			),
		),
	]);
}
