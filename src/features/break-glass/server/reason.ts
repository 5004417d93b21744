import type { Reader, Tx } from '#platform/db.ts';
import { seal, unseal, type Sealed } from '#platform/seal.ts';
import type { KeyId, Vault } from '#platform/vault.ts';
import type { LookId } from '../look.ts';

const reasonOf = (id: LookId) => `look:${id}:reason`;

/** Seals why somebody asks, under a key of its own: those whom it concerns read it, and it goes with whoever wrote it. */
export async function sealReason(
	tx: Tx,
	id: LookId,
	words: string,
): Promise<{ key_id: KeyId; reason: Sealed }> {
	const { id: keyId, key } = await tx.vault.newKey(tx.db, tx.now);
	return { key_id: keyId, reason: seal(key, words, reasonOf(id)) };
}

interface Kept {
	id: LookId;
	reason: Sealed | null;
	key_id: KeyId | null;
}

/** The reasons of these, by their ids; whose writer has gone has none. */
export async function openReasons(
	db: Reader,
	vault: Vault,
	rows: readonly Kept[],
): Promise<Map<LookId, string>> {
	const keys = await vault.keys(
		db,
		rows.flatMap(({ key_id }) => key_id ?? []),
	);
	return new Map(
		rows.flatMap(({ id, reason, key_id }) => {
			const key = key_id && keys.get(key_id);
			return key && reason ? [[id, unseal(key, reason, reasonOf(id))] as const] : [];
		}),
	);
}
