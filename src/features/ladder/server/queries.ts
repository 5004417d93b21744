import { sql } from 'kysely';
import type { CaseId } from '#features/desk/case.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import type { Measure, MeasureId } from '../ladder.ts';
import { keyOf, openWords } from './words.ts';

const columns = [
	'id',
	'case_id as caseId',
	'subject_id as subjectId',
	'about',
	'step',
	'rule',
	'state',
	'decided_by as decidedBy',
	'seconded_by as secondedBy',
	'decided_at as decidedAt',
	'ends_at as endsAt',
	'appealed_at as appealedAt',
	'judged_at as judgedAt',
] as const;

const more = ['hides', 'everywhere', 'verdict', 'over_at as overAt', 'appeal_case as appealCase'] as const;

/** A measure by what an address says; undefined when there is none. */
export const measureById = (db: Reader, id: string) =>
	db
		.selectFrom('measure')
		.select(columns)
		.select(more)
		.where(sql<boolean>`id::text = ${id}`)
		.executeTakeFirst();

/** The same, held still until the transaction ends. */
export const holdMeasure = (tx: Tx, id: MeasureId) =>
	tx.db
		.selectFrom('measure')
		.select(columns)
		.select(more)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();

export type FullMeasure = NonNullable<Awaited<ReturnType<typeof holdMeasure>>>;

/** What holds for somebody now. */
export const measuresOn = (db: Reader, personId: PersonId, now: Date): Promise<Measure[]> =>
	db
		.selectFrom('measure')
		.select(columns)
		.where('subject_id', '=', personId)
		.where('state', '=', 'standing')
		.where((on) => on.or([on('ends_at', 'is', null), on('ends_at', '>', now)]))
		.orderBy('decided_at', 'desc')
		.execute();

/** Whether somebody is shut out of everything now. */
export async function isSuspended(db: Reader, personId: PersonId, now: Date): Promise<boolean> {
	const person = await db
		.selectFrom('person')
		.select('id')
		.where('id', '=', personId)
		.where('suspended_until', '>', now)
		.executeTakeFirst();
	return person !== undefined;
}

/** What was decided about somebody before, as stewards may know it: rule, step, what became of it. No words, and no names. */
export const historyOf = (db: Reader, personId: PersonId) =>
	db
		.selectFrom('measure')
		.select(['step', 'rule', 'state', 'decided_at as decidedAt'])
		.where('subject_id', '=', personId)
		.orderBy('decided_at', 'desc')
		.execute();

/** In which language somebody reads, so that words to them are drafted in it. */
export async function readsIn(db: Reader, personId: PersonId): Promise<string> {
	const person = await db.selectFrom('person').select('locale').where('id', '=', personId).executeTakeFirst();
	return person?.locale ?? 'en';
}

/** What was proposed or decided in a case, the latest first. */
export const measuresIn = (db: Reader, caseId: CaseId) =>
	db
		.selectFrom('measure')
		.select(columns)
		.select(more)
		.where('case_id', '=', caseId)
		.orderBy('decided_at', 'desc')
		.execute();

/** Everything decided about oneself; who decided is not said. */
export const measuresAbout = (db: Reader, me: PersonId) =>
	db
		.selectFrom('measure')
		.select(['id', 'step', 'rule', 'state', 'decided_at as decidedAt', 'ends_at as endsAt'])
		.select(['appealed_at as appealedAt', 'judged_at as judgedAt', 'verdict'])
		.where('subject_id', '=', me)
		.where('state', 'not in', ['proposed', 'dropped'])
		.orderBy('decided_at', 'desc')
		.execute();

/** The words to and from whoever a measure concerns. */
export async function wordsOf(db: Reader, vault: Vault, id: MeasureId) {
	const row = await db
		.selectFrom('measure')
		.select(['subject_id', 'reason', 'appeal', 'answer'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const key = await keyOf(db, vault, row.subject_id);
	return {
		reason: openWords(key, row.reason, 'reason', id),
		appeal: openWords(key, row.appeal, 'appeal', id),
		answer: openWords(key, row.answer, 'answer', id),
	};
}

/** The place that a measure took somebody out of, or asked them to listen in. */
export async function effectsOf(db: Reader, id: MeasureId) {
	return db
		.selectFrom('measure_effect')
		.select(['kind', 'what', 'was'])
		.where('measure_id', '=', id)
		.execute();
}
