import { sql } from 'kysely';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import { progressOf } from '../report.ts';
import { openMine } from './mine.ts';

/** What somebody has told stewards, the latest first, and how far each has come. */
export async function reportsOf(db: Reader, vault: Vault, me: PersonId) {
	const rows = await db
		.selectFrom('report')
		.innerJoin('desk_case', 'desk_case.id', 'report.case_id')
		.select(['report.id', 'report.reason', 'report.include', 'report.mine', 'report.made_at as madeAt'])
		.select(['desk_case.state', 'desk_case.settled_at as settledAt', 'desk_case.about'])
		.select(sql<boolean>`desk_case.taken_by is not null`.as('taken'))
		.where('report.reporter_id', '=', me)
		.orderBy('report.made_at', 'desc')
		.orderBy('report.id', 'desc')
		.limit(100)
		.execute();
	const told = [];
	for (const { mine, taken, state, about, ...report } of rows) {
		const words = mine && (await openMine(db, vault, { id: report.id, reporter_id: me, mine }));
		told.push({
			...report,
			what: about.slice(0, about.indexOf(':')),
			where: words?.where ?? '',
			words: words?.words ?? '',
			progress: progressOf({ state, taken }),
		});
	}
	return told;
}
