import { sql } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { CircleId } from '#features/circles/circle.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import type { Viewer } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sitting } from '../sitting.ts';

/** The meeting that ended last, as long as anything of it is kept. */
export const latestEnded = (db: Reader, circleId: CircleId) =>
	db
		.selectFrom('sitting')
		.select(['id', 'state', 'attended', 'ended_at as endedAt', 'begun_on as begunOn'])
		.where('circle_id', '=', circleId)
		.where('ended_at', 'is not', null)
		.orderBy('ended_at', 'desc')
		.limit(1)
		.executeTakeFirst();

/** How many came to the meetings of a circle, the latest first. For hosts. */
export const attendance = (db: Reader, circleId: CircleId) =>
	db
		.selectFrom('sitting')
		.select(['id', 'begun_on as day', 'attended'])
		.where('circle_id', '=', circleId)
		.where('attended', '>', 0)
		.orderBy('ended_at', 'desc')
		.limit(12)
		.execute();

/** What those at a meeting go by, by alias, as far as this viewer is shown them. */
export async function namesIn(
	db: Reader,
	circleId: CircleId,
	seenBy: PersonId | null,
): Promise<Map<AliasId, string>> {
	const rows = await db
		.selectFrom('alias')
		.select(['id', 'name'])
		.where('conversation_id', '=', circleId)
		.where((where) => notBetween(where, seenBy, 'alias.person_id'))
		.execute();
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether a meeting of a circle is going on, for its own page. */
export const phaseOf = async (db: Reader, circleId: CircleId): Promise<Sitting['phase'] | undefined> => {
	const row = await db
		.selectFrom('sitting')
		.select(sql<Sitting['phase']>`state ->> 'phase'`.as('phase'))
		.where('circle_id', '=', circleId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return row?.phase;
};

/** Meetings that have called for a steward, for stewards. */
export const meetingsCalling = (db: Reader, viewer: Viewer | null) =>
	viewer?.duties.includes('steward')
		? db
				.selectFrom('sitting')
				.innerJoin('circle', 'circle.id', 'sitting.circle_id')
				.select(['circle.slug', 'circle.name'])
				.where('sitting.ended_at', 'is', null)
				.where(sql<boolean>`sitting.state ->> 'stewardCalled' = 'true'`)
				.orderBy('circle.name')
				.execute()
		: [];
