import { sql } from 'kysely';
import type { CaseId } from '#features/desk/case.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import type { Reporter } from '../report.ts';

const LATELY = days(30);
const REPORTS = days(90);

/** What is known of somebody who reports, and how their reports have ended. */
export async function reporterOf(db: Reader, personId: PersonId, now: Date): Promise<Reporter | undefined> {
	const row = await db
		.selectFrom('person')
		.select('joined_on as joinedOn')
		.where('id', '=', personId)
		.executeTakeFirst();
	if (!row) return undefined;
	const { measured } = await db
		.selectFrom('desk_case')
		.select(sql<number>`count(*)::int`.as('measured'))
		.where('subject_id', '=', personId)
		.where('state', '=', 'measured')
		.where('settled_at', '>', after(now, -LATELY))
		.executeTakeFirstOrThrow();
	const ended = await db
		.selectFrom('report')
		.innerJoin('desk_case', 'desk_case.id', 'report.case_id')
		.select(sql<number>`count(*)::int`.as('settled'))
		.select(sql<number>`(count(*) filter (where desk_case.state = 'kept'))::int`.as('kept'))
		.where('report.reporter_id', '=', personId)
		.where('report.made_at', '>', after(now, -REPORTS))
		.where('desk_case.state', '!=', 'open')
		.executeTakeFirstOrThrow();
	return { ...row, measuredLately: measured, ...ended };
}

/** Everybody who told of a case and is still here. */
export async function reportersOf(db: Reader, caseId: CaseId): Promise<PersonId[]> {
	const rows = await db
		.selectFrom('report')
		.select('reporter_id')
		.where('case_id', '=', caseId)
		.orderBy('made_at')
		.execute();
	return rows.flatMap(({ reporter_id }) => reporter_id ?? []);
}
