import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { after, dayOf, days as lasting, startOfDay } from '#platform/time.ts';
import { tokenMade } from '../events.ts';
import { MOST_TOKENS, type Scope, type TokenId } from '../token.ts';

/** So that a token that got about is recognised for what it is, by people and by programs that look for such. */
const MARK = 'hearten_';

export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface Making {
	name: string;
	scopes: Scope[];
	/** For how many whole days, beside the rest of today. */
	days: number;
}

/** Makes a token for oneself and tells it, once. The page asks for proof before: see `SignedIn.session.fresh`. */
export async function makeToken(
	tx: Tx,
	{ name, scopes, days }: Making,
): Promise<{ token: string } | Refused<'too-many-tokens'>> {
	// Two at once are counted one after the other.
	await tx.db.selectFrom('person').select('id').where('id', '=', tx.actor).forUpdate().execute();
	const { count } = await tx.db
		.selectFrom('token')
		.select((select) => select.fn.countAll<number>().as('count'))
		.where('person_id', '=', tx.actor)
		.executeTakeFirstOrThrow();
	if (count >= MOST_TOKENS) return refuse('too-many-tokens');

	const token = MARK + randomBytes(32).toString('base64url');
	const today = startOfDay(tx.now);
	await tx.db
		.insertInto('token')
		.values({
			digest: digestOf(token),
			// Ids carry the moment they were made at; this one only carries the day.
			id: newId<'token'>(today) as TokenId,
			person_id: tx.actor,
			name,
			scopes,
			made_on: dayOf(tx.now),
			ends_at: after(today, lasting(days + 1)),
		})
		.execute();
	await tx.announce(tokenMade({ personId: tx.actor }));
	return { token };
}
