import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { sumsShown } from '../events.ts';
import { may } from '../policy.ts';
import {
	quarterOf,
	quartersBefore,
	type CaseHappening,
	type MeasureHappening,
	type Quarter,
} from '../sums.ts';

/** So many quarters are shown. */
const QUARTERS = 8;

/** What stewards did, quarter by quarter, the latest first; those before anything happened are left out. */
export async function sumsOf(db: Reader, now: Date): Promise<Quarter[]> {
	const quarters = quartersBefore(now, QUARTERS);
	const since = quarters.at(-1)!.since;
	const [cases, measures] = [await casesSince(db, since), await measuresSince(db, since)];
	const first = Math.min(
		...cases.map(({ openedAt }) => openedAt.getTime()),
		...measures.map(({ decidedAt }) => decidedAt.getTime()),
	);
	return quarters
		.filter(({ until }) => until.getTime() > first)
		.map((quarter) => quarterOf(quarter, cases, measures));
}

/** Cases about what people wrote or did; appeals and second looks are about what stewards did. */
async function casesSince(db: Reader, since: Date): Promise<CaseHappening[]> {
	const rows = await db
		.selectFrom('desk_case')
		.select(['kind', 'state', 'opened_at as openedAt', 'settled_at as settledAt'])
		.where('kind', 'in', ['report', 'words', 'pattern'])
		.where((either) => either.or([either('opened_at', '>=', since), either('settled_at', '>=', since)]))
		.execute();
	return rows.map(({ kind, state, openedAt, settledAt }) => ({
		kind: kind as CaseHappening['kind'],
		openedAt,
		settled: settledAt && state !== 'open' ? { at: settledAt, outcome: state } : null,
	}));
}

async function measuresSince(db: Reader, since: Date): Promise<MeasureHappening[]> {
	const rows = await db
		.selectFrom('measure')
		.select(['step', 'state', 'decided_at', 'appealed_at', 'judged_at', 'verdict', 'over_at'])
		.where('state', 'not in', ['proposed', 'dropped'])
		.where((either) =>
			either.or([
				either('decided_at', '>=', since),
				either('judged_at', '>=', since),
				either('over_at', '>=', since),
			]),
		)
		.execute();
	return rows.map((row) => ({
		step: row.step,
		decidedAt: row.decided_at,
		appealedAt: row.appealed_at,
		judged: row.judged_at && row.verdict ? { at: row.judged_at, verdict: row.verdict } : null,
		liftedAt: row.state === 'lifted' ? row.over_at : null,
	}));
}

/** Whether everybody may read the sums, without an account. */
export async function areSumsOpen(db: Reader): Promise<boolean> {
	const row = await db.selectFrom('sums_shown').select('to_everybody').executeTakeFirst();
	return row?.to_everybody ?? false;
}

export async function showSums(tx: Tx, { toEverybody }: { toEverybody: boolean }) {
	const ruling = may.arrange({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	await tx.db
		.insertInto('sums_shown')
		.values({ to_everybody: toEverybody })
		.onConflict((already) => already.column('one').doUpdateSet({ to_everybody: toEverybody }))
		.execute();
	await tx.announce(sumsShown({}));
	return { toEverybody };
}
