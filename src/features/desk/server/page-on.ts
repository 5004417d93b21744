import { z } from 'zod';
import { notify, takeBack } from '#features/notices/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { job } from '#platform/job.ts';
import { after, minutes } from '#platform/time.ts';
import type { Case, CaseId } from '../case.ts';
import { decideHops, type Step } from '../paging.ts';
import { peopleFor } from './duty.ts';
import { caseAsRulesSee } from './standing.ts';

const key = (caseId: CaseId) => `desk.page-on:${caseId}`;

/** Asks the next people to come to a case, if that is due. Twice is once: what is due is asked while the case is held still. */
export const pageOn = job('desk.page-on', z.object({ caseId: z.uuid() }), async (tx, given) => {
	const caseId = given.caseId as CaseId;
	const held = await tx.db
		.selectFrom('desk_case')
		.select(['hop_step as step', 'hop_due_at as dueAt'])
		.where('id', '=', caseId)
		.forUpdate()
		.executeTakeFirst();
	if (!held?.dueAt || held.dueAt > tx.now) return;
	await pageNext(tx, (await caseAsRulesSee(tx.db, caseId))!, { step: held.step, dueAt: held.dueAt });
});

/** A worker that dies takes the job it holds with it for hours. What is overdue is left anew, for any other. */
export const pageOverdue = job(
	'desk.page-overdue',
	z.object({}),
	async (tx) => {
		const overdue = await tx.db
			.selectFrom('desk_case')
			.select('id')
			.where('hop_due_at', '<', after(tx.now, -GRACE))
			.orderBy('hop_due_at')
			.execute();
		for (const { id: caseId } of overdue) await tx.enqueue(pageOn, { caseId }, { key: key(caseId) });
	},
	{ every: '* * * * *' },
);

/** What is only just due is on its way. */
const GRACE = minutes(0.25);

/**
 * Asks whoever is next, and leaves the asking after that. A case that somebody holds still is given, with the step it is at
 * and the moment at which this was due. Every hop is written down, also that there was nobody. Answers with whom it asked.
 */
export async function pageNext(tx: Tx, it: Case, { step, dueAt }: { step: Step | null; dueAt: Date }) {
	const chain = { tier: it.tier, step, hasFirst: it.takenBy !== null };
	const decided = decideHops(chain, await peopleFor(tx.db, it, tx.now), tx.now);
	await tx.db
		.updateTable('desk_case')
		.set({ hop_step: decided?.step ?? step, hop_due_at: decided?.nextAt ?? null })
		.where('id', '=', it.id)
		.execute();
	if (!decided) return new Set<PersonId>();
	await tx.db
		.insertInto('case_hop')
		.values(
			decided.hops.flatMap((hop) =>
				(hop.people.length > 0 ? hop.people : [null]).map((personId) => ({
					id: tx.newId<'hop'>(),
					case_id: it.id,
					step: hop.step,
					person_id: personId,
					nobody: personId === null,
					due_at: dueAt,
					paged_at: tx.now,
				})),
			),
		)
		.execute();
	// Asked once more, one is not told twice of the same.
	await takeBack(tx, { about: it.id, kinds: ['needed-now'] });
	const asked = new Set(decided.hops.flatMap(({ people }) => people));
	for (const to of asked)
		await notify(tx, { to, kind: 'needed-now', about: it.id, at: tx.now, path: '/desk' });
	if (decided.nextAt) await tx.enqueue(pageOn, { caseId: it.id }, { at: decided.nextAt, key: key(it.id) });
	return asked;
}

/** Nobody else needs to come: what was told of it is taken back, from whoever it was. */
export async function stopPaging(tx: Tx, caseId: CaseId) {
	await tx.db
		.updateTable('desk_case')
		.set({ hop_step: null, hop_due_at: null })
		.where('id', '=', caseId)
		.execute();
	await takeBack(tx, { about: caseId, kinds: ['needed-now'] });
}
