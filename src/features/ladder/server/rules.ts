import { record } from '#features/audit/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { rulesChanged } from '../events.ts';
import { may } from '../policy.ts';
import { isGiven, rulesThatHold, type HouseRule, type RuleRow } from '../rule.ts';

/** Where the organisation differs from the rules that come with Hearten. */
export const ruleRows = (db: Reader): Promise<RuleRow[]> =>
	db.selectFrom('house_rule').select(['code', 'sentence', 'left_out as leftOut']).orderBy('code').execute();

export const rulesOf = async (db: Reader): Promise<HouseRule[]> => rulesThatHold(await ruleRows(db));

/** How a rule is written, also one that does not hold any more: what was decided by it still names it. */
export async function ruleCalled(db: Reader, code: string): Promise<HouseRule> {
	const row = (await ruleRows(db)).find((rule) => rule.code === code);
	return { code, sentence: row?.sentence ?? null };
}

const MOST_OWN = 20;

/** Writes a rule differently, leaves it out, or takes it in again. One’s own is never deleted: see `ruleCalled`. */
export async function changeRule(
	tx: Tx,
	{ code, sentence, leftOut }: { code: string; sentence: string; leftOut: boolean },
) {
	const ruling = may.arrange({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	const known = isGiven(code) || (await ruleRows(tx.db)).some((rule) => rule.code === code);
	if (!known) return refuse('no-such-rule');
	if (!isGiven(code) && sentence === '') return refuse('sentence-needed');
	const row = { sentence: sentence === '' ? null : sentence, left_out: leftOut };
	await tx.db
		.insertInto('house_rule')
		.values({ code, ...row })
		.onConflict((already) => already.column('code').doUpdateSet(row))
		.execute();
	await told(tx, code);
	return { code };
}

/** Adds a rule of the organisation’s own. */
export async function addRule(tx: Tx, { sentence }: { sentence: string }) {
	const ruling = may.arrange({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	const own = (await ruleRows(tx.db)).filter(({ code }) => !isGiven(code));
	if (own.length >= MOST_OWN) return refuse('enough-rules');
	const code = `own-${tx.newId()}`;
	await tx.db.insertInto('house_rule').values({ code, sentence }).execute();
	await told(tx, code);
	return { code };
}

async function told(tx: Tx, code: string) {
	const act = { kind: 'ladder.rules-changed', by: tx.actor, about: 'organisation', at: tx.now };
	await record(tx, { ...act, facts: { code } });
	await tx.announce(rulesChanged({}));
}
