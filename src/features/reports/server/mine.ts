import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { seal, unseal, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { ReportId } from '../report.ts';

/** What whoever reports keeps of it, under their own key: it goes with them. */
export interface Mine {
	where: string;
	words: string;
}

const contextOf = (id: ReportId) => `report:${id}:mine`;

export async function sealMine(tx: Tx, id: ReportId, mine: Mine): Promise<Sealed> {
	const key = await keyOf(tx.db, tx.vault, tx.actor);
	if (!key) throw new Error('A person’s key is missing.');
	return seal(key, JSON.stringify(mine), contextOf(id));
}

export async function openMine(
	db: Reader,
	vault: Vault,
	{ id, reporter_id, mine }: { id: ReportId; reporter_id: PersonId; mine: Sealed },
): Promise<Mine | undefined> {
	const key = await keyOf(db, vault, reporter_id);
	return key && (JSON.parse(unseal(key, mine, contextOf(id))) as Mine);
}

async function keyOf(db: Reader, vault: Vault, personId: PersonId) {
	const row = await db.selectFrom('person').select('key_id').where('id', '=', personId).executeTakeFirst();
	return row && vault.key(db, row.key_id);
}
