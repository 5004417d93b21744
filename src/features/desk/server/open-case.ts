import { sql } from 'kysely';
import type { AgeBand } from '#features/people/person.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { nearer, staysKept, type CaseId, type CaseKind, type Tier } from '../case.ts';
import { caseOpened, dangerRaised } from '../events.ts';
import { pageNext } from './page-on.ts';
import { caseAsRulesSee } from './standing.ts';
import { thingNamed } from './things.ts';
import { stirDesk } from './topic.ts';

export interface Opening {
	/** What it is about, as whatever can be reported is named: `message:0198…`. */
	about: string;
	/** Whose it is; null where it is nobody’s. */
	subjectId: PersonId | null;
	ageBand: AgeBand;
	kind: CaseKind;
	tier: Tier;
	/** The key of a sentence that says why, never words that people wrote. */
	because: string;
	/** Who told stewards. They stay away from it. */
	raisedBy?: PersonId;
	/** Who decided what this appeals against. They stay away from it, too. */
	decidedBy?: readonly PersonId[];
}

/**
 * Opens a case, or joins the open one about the same thing, where danger then is as near as whoever sees it nearest says.
 * What was looked at and kept is not opened again until it has been changed. Where danger is near, people are asked to come
 * in this same transaction.
 */
export async function openCase(
	tx: Tx,
	opening: Opening,
): Promise<{ caseId: CaseId; isNew: boolean; kept: boolean }> {
	// Two who tell of one thing at once: the second joins the first.
	await sql`select pg_advisory_xact_lock(hashtextextended(${`desk:${opening.about}`}, 0))`.execute(tx.db);
	const latest = await tx.db
		.selectFrom('desk_case')
		.select(['id', 'tier', 'state', 'settled_at as settledAt'])
		.where('about', '=', opening.about)
		.orderBy((which) => which('state', '=', 'open'), 'desc')
		.orderBy('opened_at', 'desc')
		.limit(1)
		.executeTakeFirst();

	if (latest?.state === 'open') return join(tx, latest.id, opening);
	if (latest?.state === 'kept') {
		const editedAt = await editedAtOf(tx, opening.about);
		if (staysKept({ tier: latest.tier, settledAt: latest.settledAt! }, { tier: opening.tier, editedAt }))
			return { caseId: latest.id, isNew: false, kept: true };
	}
	return begin(tx, opening);
}

async function begin(tx: Tx, opening: Opening) {
	const { about, kind, tier, because, subjectId, ageBand } = opening;
	const caseId = tx.newId<'case'>();
	await tx.db
		.insertInto('desk_case')
		.values({
			...{ id: caseId, about, kind, tier, because, state: 'open', subject_id: subjectId },
			...{ age_band: ageBand, opened_at: tx.now, tier_since: tx.now },
		})
		.execute();
	await keepApart(tx, caseId, opening);
	await tx.announce(caseOpened({ caseId, tier }));
	await pageNext(tx, (await caseAsRulesSee(tx.db, caseId))!, { step: null, dueAt: tx.now });
	await stirDesk(tx, ageBand);
	return { caseId, isNew: true, kept: false };
}

async function join(tx: Tx, caseId: CaseId, opening: Opening) {
	const before = await tx.db
		.selectFrom('desk_case')
		.select(['tier', 'state', 'age_band as ageBand'])
		.where('id', '=', caseId)
		.forUpdate()
		.executeTakeFirstOrThrow();
	// It was settled while this waited for it.
	if (before.state !== 'open') return begin(tx, opening);
	await keepApart(tx, caseId, opening);
	const tier = nearer(before.tier, opening.tier);
	if (tier !== before.tier) {
		await tx.db
			.updateTable('desk_case')
			.set({ tier, because: opening.because, tier_since: tx.now })
			.where('id', '=', caseId)
			.execute();
		await tx.announce(dangerRaised({ caseId, tier }));
		await pageNext(tx, (await caseAsRulesSee(tx.db, caseId))!, { step: null, dueAt: tx.now });
	}
	await stirDesk(tx, before.ageBand);
	return { caseId, isNew: false, kept: false };
}

async function keepApart(tx: Tx, caseId: CaseId, { raisedBy, decidedBy = [] }: Opening) {
	const apart = [
		...(raisedBy ? [{ case_id: caseId, person_id: raisedBy, because: 'raised' } as const] : []),
		...decidedBy.map((person_id) => ({ case_id: caseId, person_id, because: 'decided' }) as const),
	];
	if (apart.length > 0)
		await tx.db
			.insertInto('case_apart')
			.values(apart)
			.onConflict((already) => already.doNothing())
			.execute();
}

async function editedAtOf(tx: Tx, about: string): Promise<Date | undefined> {
	const thing = thingNamed(about);
	return thing?.reportable.editedAt?.(tx.db, thing.id);
}
