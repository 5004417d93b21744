import { createHmac, randomBytes } from 'node:crypto';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';

/**
 * Who somebody is in the log: HMAC-SHA-256 (RFC 2104) of their id under an opening of their own. Nobody finds another
 * person and opening for the same name, so a name cannot be passed on to somebody else; and once the opening is erased,
 * nobody can tell whose it was, not even by trying all there are.
 */
export const nameFor = (personId: PersonId, opening: Buffer): string =>
	createHmac('sha256', opening).update(`audit name of ${personId}`).digest('base64url');

/** What these people are called in the log. Whoever is not in it yet gets a name; ids of anything else are left out. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const known = await namesAmong(tx.db, ids);
	const nameless = known.filter(({ name }) => name === null).map(({ id }) => id);
	if (nameless.length === 0) return mapOf(known);
	const fresh = nameless.map((person_id) => {
		const opening = randomBytes(32);
		return { person_id, opening, name: nameFor(person_id, opening) };
	});
	// Two who name one person at once end up with the name of whoever came first.
	await tx.db
		.insertInto('audit_name')
		.values(fresh)
		.onConflict((already) => already.column('person_id').doNothing())
		.execute();
	return mapOf(await namesAmong(tx.db, ids));
}

const namesAmong = (db: Reader, ids: readonly string[]) =>
	db
		.selectFrom('person')
		.leftJoin('audit_name', 'audit_name.person_id', 'person.id')
		.select(['person.id', 'audit_name.name'])
		.where('person.id', 'in', ids as readonly PersonId[])
		.orderBy('person.id')
		.execute();

const mapOf = (rows: Awaited<ReturnType<typeof namesAmong>>): Map<string, string> =>
	new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));

/** What one person is called in the log; undefined for whoever is not in it. */
export async function nameOf(db: Reader, personId: PersonId): Promise<string | undefined> {
	const row = await db
		.selectFrom('audit_name')
		.select('name')
		.where('person_id', '=', personId)
		.executeTakeFirst();
	return row?.name;
}
