import type { Reader } from '#platform/db.ts';
import type { Vault } from '#platform/vault.ts';
import type { Card } from '../ask.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { openAsks } from './words.ts';

/** What was asked when the two found each other, for both to have at hand; undefined once whoever asked has gone. */
export async function cardBetween(db: Reader, vault: Vault, pairingId: PairingId): Promise<Card | undefined> {
	const asks = await db
		.selectFrom('ask')
		.select(['id', 'person_id as personId', 'help', 'language', 'words'])
		.where('pairing_id', '=', pairingId)
		.execute();
	const [ask] = await openAsks(db, vault, asks);
	return ask && { help: ask.help, avoid: ask.avoid, language: ask.language };
}
