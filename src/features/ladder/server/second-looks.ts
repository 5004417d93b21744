import { sql } from 'kysely';
import { z } from 'zod';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { job } from '#platform/job.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { after, days } from '#platform/time.ts';
import {
	A_WEEK,
	consistencyOf,
	JUDGES,
	type Consistency,
	type Judgement,
	type LookId,
} from '../consistency.ts';
import { judgedAgain } from '../events.ts';
import { may } from '../policy.ts';

/** How long ago a decision may be that is looked at again. */
const RECENT = days(28);

/** Every week a few recent decisions are drawn by chance, for others to judge without knowing what was decided. */
export const drawSecondLooks = job(
	'ladder.draw-second-looks',
	z.object({}),
	async (tx) => {
		const already = await tx.db
			.selectFrom('second_look')
			.select('id')
			.where('drawn_at', '>', after(tx.now, -days(6)))
			.limit(1)
			.executeTakeFirst();
		if (already) return;
		const drawn = await tx.db
			.selectFrom('measure')
			.select('id')
			.where('decided_at', '>', after(tx.now, -RECENT))
			.where('about', 'like', 'message:%')
			.where('subject_id', 'is not', null)
			.where('state', 'in', ['standing', 'ended', 'overturned'])
			.where(({ not, exists, selectFrom }) =>
				not(exists(selectFrom('second_look').select('id').whereRef('measure_id', '=', 'measure.id'))),
			)
			.orderBy(sql`random()`)
			.limit(A_WEEK)
			.execute();
		for (const { id } of drawn)
			await tx.db
				.insertInto('second_look')
				.values({ id: tx.newId<'second-look'>() as LookId, measure_id: id, drawn_at: tx.now })
				.execute();
	},
	{ every: '20 5 * * 1' },
);

/** What waits for this steward: nothing they decided, judged, or are concerned by. What was decided is not among it. */
export const looksFor = (db: Reader, me: PersonId) =>
	db
		.selectFrom('second_look')
		.innerJoin('measure', 'measure.id', 'second_look.measure_id')
		.select([
			'second_look.id',
			'measure.about',
			'measure.subject_id as subjectId',
			'measure.case_id as caseId',
		])
		.where('measure.subject_id', 'is not', null)
		.where('measure.subject_id', '!=', me)
		.where((mine) =>
			mine.and(
				(['decided_by', 'seconded_by', 'judged_by'] as const).map((part) =>
					mine.or([mine(`measure.${part}`, 'is', null), mine(`measure.${part}`, '!=', me)]),
				),
			),
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('second_judgement')
						.select('look_id')
						.whereRef('look_id', '=', 'second_look.id')
						.where('judge_id', '=', me),
				),
			),
		)
		.where(sql<boolean>`(select count(*) from second_judgement where look_id = second_look.id) < ${JUDGES}`)
		.orderBy('second_look.drawn_at')
		.orderBy('second_look.id')
		.execute();

/** Says what one would have done. Once, and it is never changed by what one learns afterwards. */
export async function judgeAgain(tx: Tx, { lookId, step }: { lookId: string; step: Judgement }) {
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const ruling = may.judgeAgain({ viewer });
	if (ruling.refused) return ruling;
	await tx.db
		.selectFrom('second_look')
		.select('id')
		.where(sql<boolean>`id::text = ${lookId}`)
		.forUpdate()
		.execute();
	const look = (await looksFor(tx.db, tx.actor)).find(({ id }) => id === lookId);
	if (!look) return refuse('not-found');
	await tx.db
		.insertInto('second_judgement')
		.values({ look_id: look.id, judge_id: tx.actor, step, judged_at: tx.now })
		.execute();
	await tx.announce(judgedAgain({ lookId: look.id }));
	return { lookId: look.id };
}

/** How alike stewards judge, over everything that two others have looked at. */
export async function consistency(db: Reader): Promise<Consistency> {
	const rows = await db
		.selectFrom('second_judgement')
		.innerJoin('second_look', 'second_look.id', 'second_judgement.look_id')
		.innerJoin('measure', 'measure.id', 'second_look.measure_id')
		.select(['second_look.id', 'measure.step as decided'])
		.select(
			sql<Judgement[]>`array_agg(second_judgement.step order by second_judgement.judged_at)`.as('judged'),
		)
		.groupBy(['second_look.id', 'measure.step'])
		.execute();
	return consistencyOf(rows);
}
