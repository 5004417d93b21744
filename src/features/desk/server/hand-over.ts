import { notify } from '#features/notices/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import type { Vault } from '#platform/vault.ts';
import type { CaseId } from '../case.ts';
import { caseHandedOver } from '../events.ts';
import type { HandOver } from '../hand-over.ts';
import { may } from '../policy.ts';
import { openForCase, sealForCase } from './case-key.ts';
import { pageNext } from './page-on.ts';
import { caseStill } from './standing.ts';
import { stirDesk } from './topic.ts';

const contextOf = (caseId: CaseId) => `case:${caseId}:hand-over`;

/**
 * Lets go of a case, with what whoever goes on needs to know: to somebody named, or to whoever comes next. It waits again
 * until they take it, and where danger is near people are asked again.
 */
export async function handOver(
	tx: Tx,
	{ caseId, to, ...words }: { caseId: CaseId; to?: PersonId | undefined } & HandOver,
) {
	const standing = await caseStill(tx, caseId);
	const ruling = may.hold(standing);
	if (ruling.refused) return ruling;
	const it = standing.case!;
	if (to && !(await couldTake(tx, it.id, to))) return refuse('not-for-them');

	const row = {
		words: await sealForCase(tx, caseId, JSON.stringify(words), contextOf(caseId)),
		...{ from_id: tx.actor, to_id: to ?? null, at: tx.now },
	};
	await tx.db
		.insertInto('case_hand_over')
		.values({ case_id: caseId, ...row })
		.onConflict((again) => again.column('case_id').doUpdateSet(row))
		.execute();
	await tx.db
		.updateTable('desk_case')
		.set({ taken_by: null, taken_at: null, second_asked_at: null })
		.where('id', '=', caseId)
		.execute();
	const free = { ...it, takenBy: null, apartIds: [...it.apartIds, tx.actor] };
	const asked = await pageNext(tx, free, { step: null, dueAt: tx.now });
	if (to && !asked.has(to))
		await notify(tx, { to, kind: 'needed-now', about: caseId, at: tx.now, path: '/desk' });
	await tx.announce(caseHandedOver({ caseId }));
	await stirDesk(tx, it.ageBand);
	return { caseId };
}

/** Somebody else who may look at this case. */
async function couldTake(tx: Tx, caseId: CaseId, to: PersonId): Promise<boolean> {
	const viewer = await viewerById(tx.db, to);
	if (!viewer || to === tx.actor) return false;
	const { case: it } = await caseStill(tx, caseId);
	return !may.look({ viewer, case: it }).refused;
}

/** What was handed over with a case, for whoever may read it; undefined when nothing was. */
export async function handedOver(db: Reader, vault: Vault, caseId: CaseId) {
	const row = await db
		.selectFrom('case_hand_over')
		.leftJoin('person as giver', 'giver.id', 'case_hand_over.from_id')
		.select(['case_hand_over.words', 'case_hand_over.at', 'giver.nickname as from'])
		.where('case_id', '=', caseId)
		.executeTakeFirst();
	const open = row && (await openForCase(db, vault, caseId));
	if (!row || !open) return undefined;
	const words = JSON.parse(open(row.words, contextOf(caseId))) as HandOver;
	return { ...words, at: row.at, from: row.from };
}
