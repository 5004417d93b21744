import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { tokenRevoked } from '../events.ts';
import type { TokenId } from '../token.ts';

/** Ends one of one’s own tokens, and every socket opened with it. Ending it twice is ending it once. */
export async function revokeToken(tx: Tx, tokenId: TokenId) {
	const revoked = await tx.db
		.deleteFrom('token')
		.where('id', '=', tokenId)
		.where('person_id', '=', tx.actor)
		.executeTakeFirst();
	if (revoked.numDeletedRows > 0n) await tx.announce(tokenRevoked({ personId: tx.actor }));
	return {};
}

/** Ends all of somebody’s tokens: they shut everybody out who may know what only they should. */
export async function revokeTokensOf(tx: Tx, personId: PersonId) {
	const revoked = await tx.db.deleteFrom('token').where('person_id', '=', personId).executeTakeFirst();
	if (revoked.numDeletedRows > 0n) await tx.announce(tokenRevoked({ personId }));
}
