import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Vault } from '#platform/vault.ts';
import { keyOf, openKnown } from './known.ts';

/** Whom somebody has blocked, as they knew them, the latest first. Who has blocked them is told to nobody. */
export async function blocksOf(db: Reader, vault: Vault, me: PersonId) {
	const rows = await db
		.selectFrom('block')
		.select(['id', 'known_as', 'known_in', 'since'])
		.where('blocker_id', '=', me)
		.orderBy('since', 'desc')
		.orderBy('id', 'desc')
		.execute();
	if (rows.length === 0) return [];
	const key = await keyOf(db, vault, me);
	return rows.map((row) => ({ id: row.id, since: row.since, known: openKnown(key, row) }));
}
