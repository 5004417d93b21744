import type { Tx } from '#platform/db.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import type { Duty } from '../person.ts';
import { may } from '../policy.ts';
import { giveDuty } from './give-duty.ts';
import { personByNickname, viewerById } from './queries.ts';

/** A coordinator gives somebody a duty, by the nickname they go by. */
export async function appoint(
	tx: Tx,
	{ nickname, duty }: { nickname: string; duty: Duty },
): Promise<object | Refused<'not-a-coordinator' | 'nobody-called-that'>> {
	const ruling = may.giveDuty({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	const person = await personByNickname(tx.db, nickname);
	if (!person) return refuse('nobody-called-that');

	return giveDuty(tx, { personId: person.id, duty, givenBy: tx.actor });
}
