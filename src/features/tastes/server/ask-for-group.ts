import type { Tx } from '#platform/db.ts';
import { seal } from '#platform/seal.ts';
import { dayOf } from '#platform/time.ts';
import type { Need, UnmetNeedId } from '../need.ts';
import { contextOf } from './words.ts';

/**
 * Asks for a group that there is not. Nobody keeps who it was, signed in or not, and nothing is announced. The words are
 * sealed under a key of their own, so that forgetting it forgets them everywhere.
 */
export async function askForGroup(tx: Tx, { words, time, ...need }: Need & { words: string }) {
	const id: UnmetNeedId = tx.newId();
	const made = words === '' ? undefined : await tx.vault.newKey(tx.db, tx.now);
	await tx.db
		.insertInto('unmet_need')
		.values({
			id,
			topic: need.topic,
			language: need.language,
			at_time: time,
			format: need.format,
			words: made ? seal(made.key, words, contextOf(id)) : null,
			key_id: made?.id ?? null,
			made_on: dayOf(tx.now),
		})
		.execute();
	return { asked: id };
}
