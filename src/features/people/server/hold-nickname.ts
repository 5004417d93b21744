import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';

/** Two people may ask for one nickname in the same instant; the second waits here until the first has it, or not. */
export async function holdNickname(tx: Tx, key: string) {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`nickname:${key}`}, 0))`.execute(tx.db);
}

/** Who goes by it, if anybody. To rely on the answer, hold the nickname while asking. */
export async function holderOf(db: Reader, key: string): Promise<PersonId | undefined> {
	const holder = await db
		.selectFrom('person')
		.select('id')
		.where('nickname_key', '=', key)
		.executeTakeFirst();
	return holder?.id;
}
