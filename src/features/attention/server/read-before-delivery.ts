import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { Heard } from '../hearing.ts';
import { newcomersAmong } from './acquaintance.ts';

/** What becomes of some words: they are delivered, or held until somebody has read them, or not taken at all. */
export type Passing = 'deliver' | 'hold' | Refused<'encourages-harm' | 'says-who'>;

interface Words {
	authorId: PersonId;
	heard: Heard;
	/** Whether their writer has been asked about what could tell who they are. `undefined` where nobody could ask. */
	sure: boolean | undefined;
}

/**
 * Decides what becomes of words that several people are about to say. Nothing is asked of the database but about newcomers
 * who tell how to reach them, so it costs everybody else nothing. Whoever is in danger is heard first, whatever else they
 * say.
 */
export async function readBeforeDelivery(tx: Tx, words: readonly Words[]): Promise<Passing[]> {
	const reachable = words.filter(({ heard }) => heard.reachable).map(({ authorId }) => authorId);
	const newcomers =
		reachable.length > 0 ? await newcomersAmong(tx, reachable) : (new Set() as ReadonlySet<PersonId>);
	return words.map(({ authorId, heard, sure }) => {
		if (heard.encourages) return refuse('encourages-harm');
		if (heard.card) return 'deliver';
		if (heard.details.length > 0 && sure === false) return refuse('says-who');
		return heard.reachable && newcomers.has(authorId) ? 'hold' : 'deliver';
	});
}
