import { sql, type ExpressionBuilder } from 'kysely';
import type { Viewer } from '#features/people/person.ts';
import type { Tables } from '#platform/db.ts';

/** `may.see` as SQL, for lists. A test asks both about the whole cast and compares. */
export function visibleTo(where: ExpressionBuilder<Tables, 'rota'>, viewer: Viewer | null) {
	const duties = [...(viewer?.duties ?? [])];
	return where.and([
		where('rota.closed_at', 'is', null),
		duties.includes('coordinator') ? where.lit(true) : sql<boolean>`rota.held_by && ${duties}::text[]`,
	]);
}
