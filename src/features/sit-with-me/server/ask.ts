import type { Card } from '../card.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { askedNow } from '../events.ts';
import { may } from '../policy.ts';
import { hourOfWeek, waitNow } from '../wait.ts';
import { isWaiting, type NowAskId } from '../waiting.ts';
import { endUnanswered } from './leave.ts';
import { keepPace } from './pace.ts';
import { latelyWaited } from './past-waits.ts';
import { currentStill, thoseHere, waitMinutes, type Asker } from './standing.ts';
import { tellTalks } from './tell.ts';
import { sealCard } from './words.ts';

/** Asks for somebody to sit with now. Whoever is there sees it at once; one person waits once. */
export async function askNow(tx: Tx, { help, avoid, language }: Card) {
	const pace = await keepPace(tx, 'ask');
	if (pace.refused) return pace;
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const ruling = may.wait({ viewer });
	if (ruling.refused) return ruling;
	const before = await currentStill(tx);
	if (before && isWaiting(before, await waitMinutes(tx.db), tx.now)) return refuse('already-waiting');
	if (before) await endUnanswered(tx, before);
	if (before) await tx.db.deleteFrom('now_ask').where('id', '=', before.id).execute();

	const askId: NowAskId = tx.newId();
	const made = await tx.db
		.insertInto('now_ask')
		.values({
			id: askId,
			person_id: tx.actor,
			help,
			language,
			words: await sealCard(tx, askId, { avoid }),
			state: 'waiting',
			asked_at: tx.now,
			ended_at: null,
			told_most: await toldMost(tx, { ageBand: viewer!.ageBand, language, personId: tx.actor }),
			noticed_by: null,
			with_you_at: null,
			pairing_id: null,
		})
		.onConflict((waiting) => waiting.doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!made) return refuse('already-waiting');
	await tx.announce(askedNow({ askId }));
	await tellTalks(tx, viewer!.ageBand);
	return { askId };
}

/** Asks for the same once more, after nobody came. */
export async function askAgain(tx: Tx) {
	const pace = await keepPace(tx, 'ask');
	if (pace.refused) return pace;
	const before = await currentStill(tx);
	if (!before) return refuse('not-waiting');
	if (isWaiting(before, await waitMinutes(tx.db), tx.now)) return { askId: before.id };
	await endUnanswered(tx, before);
	await tx.db
		.updateTable('now_ask')
		.set({
			state: 'waiting',
			asked_at: tx.now,
			ended_at: null,
			told_most: await toldMost(tx, before),
			noticed_by: null,
			with_you_at: null,
		})
		.where('id', '=', before.id)
		.execute();
	await tx.announce(askedNow({ askId: before.id }));
	await tellTalks(tx, before.ageBand);
	return { askId: before.id };
}

/** Within how many minutes they are told somebody will come; null where nothing is told, because nobody is there. */
async function toldMost(tx: Tx, whom: Asker): Promise<number | null> {
	if ((await thoseHere(tx.db, whom, tx.now)).length === 0) return null;
	const lately = await latelyWaited(tx.db, tx.now);
	return waitNow(lately, { hourOfWeek: hourOfWeek(tx.now) })?.most ?? null;
}
