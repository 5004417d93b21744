import type { ExpressionBuilder } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Tables } from '#platform/db.ts';

/** `may.see` as SQL, for lists of other people’s pages. A test asks both about the whole cast and compares. */
export const visibleTo = (
	where: ExpressionBuilder<Tables, 'supporter' | 'person'>,
	viewer: Pick<Viewer, 'id' | 'ageBand'>,
) =>
	where.and([
		where('supporter.open', '=', true),
		where('person.age_band', '=', viewer.ageBand),
		where('person.id', '!=', viewer.id),
		notBetween(where, viewer.id, 'person.id'),
		where.exists(
			where
				.selectFrom('duty')
				.select('duty.duty')
				.whereRef('duty.person_id', '=', 'person.id')
				.where('duty.duty', '=', 'supporter'),
		),
	]);
