import type { Reader, Tx } from '#platform/db.ts';
import { seal, unseal, type Key, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { CaseId } from '../case.ts';

/** Seals something for a case. Its key goes some time after its end, and everything that was sealed for it with it. */
export async function sealForCase(tx: Tx, caseId: CaseId, text: string, context: string): Promise<Sealed> {
	return seal(await keyOrNew(tx, caseId), text, context);
}

async function keyOrNew(tx: Tx, caseId: CaseId): Promise<Key> {
	const { key_id } = await tx.db
		.selectFrom('desk_case')
		.select('key_id')
		.where('id', '=', caseId)
		.forUpdate()
		.executeTakeFirstOrThrow();
	const already = key_id && (await tx.vault.key(tx.db, key_id));
	if (already) return already;
	const { id, key } = await tx.vault.newKey(tx.db, tx.now);
	await tx.db.updateTable('desk_case').set({ key_id: id }).where('id', '=', caseId).execute();
	return key;
}

/** Opens what was sealed for a case; undefined once its key has gone. */
export async function openForCase(
	db: Reader,
	vault: Vault,
	caseId: CaseId,
): Promise<((sealed: Sealed, context: string) => string) | undefined> {
	const row = await db.selectFrom('desk_case').select('key_id').where('id', '=', caseId).executeTakeFirst();
	const key = row?.key_id && (await vault.key(db, row.key_id));
	return key ? (sealed, context) => unseal(key, sealed, context) : undefined;
}
