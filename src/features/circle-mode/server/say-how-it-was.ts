import { sql } from 'kysely';
import type { CircleId } from '#features/circles/circle.ts';
import { aliasIn, holdStill } from '#features/conversations/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { dayOf } from '#platform/time.ts';
import { questions, sums, type Answers } from '../after.ts';
import { asJson } from './going-on.ts';
import { latestEnded } from './queries.ts';

/**
 * Says how a meeting was, once. What is kept is that an answer was given on this day one time more: not by whom, and not
 * which answers belong together. Whoever has answered is taken off the list of those who may.
 */
export async function sayHowItWas(tx: Tx, { circleId, answers }: { circleId: CircleId; answers: Answers }) {
	await holdStill(tx, circleId);
	const ended = await latestEnded(tx.db, circleId);
	const me = await aliasIn(tx.db, circleId, tx.actor);
	if (!ended?.state || !me || !ended.state.mayAnswer.includes(me.id)) return refuse('not-asked');

	const mayAnswer = ended.state.mayAnswer.filter((id) => id !== me.id);
	await tx.db
		.updateTable('sitting')
		.set({ state: asJson({ ...ended.state, mayAnswer }) })
		.where('id', '=', ended.id)
		.execute();
	for (const question of questions) {
		const answer = answers[question];
		if (answer === undefined) continue;
		await tx.db
			.insertInto('how_it_was')
			.values({ circle_id: circleId, day: dayOf(tx.now), question, answer, count: 1 })
			.onConflict((again) =>
				again
					.columns(['circle_id', 'day', 'question', 'answer'])
					.doUpdateSet({ count: sql`how_it_was.count + 1` }),
			)
			.execute();
	}
	return { thanks: true };
}

/** How it was for people, for hosts: in sums of at least five. */
export async function howItWas(db: Reader, circleId: CircleId, now: Date) {
	const days = await db
		.selectFrom('how_it_was')
		.select(['day', 'question', 'answer', 'count'])
		.where('circle_id', '=', circleId)
		.execute();
	return sums(days, dayOf(now));
}
