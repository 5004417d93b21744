import { verifyFrank, type FrankedCopy } from '#features/conversations/server/index.ts';
import type { CaseId } from '#features/desk/case.ts';
import { openForCase } from '#features/desk/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { LineAround } from '#platform/reportable.ts';
import type { Vault } from '#platform/vault.ts';
import type { ReportId } from '../report.ts';
import { openMine } from './mine.ts';
import { reporterOf } from './reporters.ts';

/** What a thing said when it was reported. */
export interface Copy {
	where: string;
	text: string;
	/** The lines before and after, and itself among them; empty where they were not included. */
	around: readonly LineAround[];
	/** What proves that it was said; of a message only. */
	franked?: FrankedCopy | undefined;
}

/** Where a copy belongs: moved to another row, it does not open. */
export const copyOf = (id: ReportId) => `report:${id}:copy`;

/**
 * Everything that was told about one case, for stewards who may read it: why, what it said then, what the reporter added, and
 * how their reports have ended before. Not who they are: nobody needs that to decide.
 */
export async function reportsFor(db: Reader, vault: Vault, caseId: CaseId, now: Date) {
	const rows = await db
		.selectFrom('report')
		.select(['id', 'reason', 'include', 'copy', 'mine', 'made_at as madeAt', 'reporter_id'])
		.where('case_id', '=', caseId)
		.orderBy('made_at')
		.orderBy('id')
		.execute();
	const open = await openForCase(db, vault, caseId);
	const told = [];
	for (const { copy, mine, reporter_id, ...report } of rows)
		told.push({
			...report,
			copy:
				open && copy ? await held(db, vault, JSON.parse(open(copy, copyOf(report.id))) as Copy) : undefined,
			words:
				reporter_id && mine
					? ((await openMine(db, vault, { id: report.id, reporter_id, mine }))?.words ?? '')
					: '',
			before: reporter_id ? await reporterOf(db, reporter_id, now) : undefined,
		});
	return told;
}

/** A copy, and whether it is proven to say what was said; undefined where nothing could prove it. */
async function held(db: Reader, vault: Vault, { franked, ...copy }: Copy) {
	if (!franked?.frank) return { ...copy, proven: undefined };
	return { ...copy, proven: franked.body === copy.text && (await verifyFrank(db, vault, franked)) };
}

export type ReportTold = Awaited<ReturnType<typeof reportsFor>>[number];
