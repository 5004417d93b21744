import { aliasIn, keyOf } from '#features/conversations/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { seal, unseal } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { BookingId, PairingId } from '../pairing.ts';

/** Seals roughly where the two meet, under the key of whoever says it. */
export async function sealPlace(
	tx: Tx,
	{ pairingId, bookingId, place }: { pairingId: PairingId; bookingId: BookingId; place: string },
) {
	const alias = (await aliasIn(tx.db, pairingId, tx.actor))!;
	return { place: seal(await keyOf(tx, alias.id), place, contextOf(bookingId)), place_by: alias.id };
}

/** Roughly where the two meet, by session. What somebody said who has gone is missing. */
export async function placesIn(
	db: Reader,
	vault: Vault,
	pairingId: PairingId,
): Promise<Map<BookingId, string>> {
	const rows = await db
		.selectFrom('booking')
		.innerJoin('alias', 'alias.id', 'booking.place_by')
		.select(['booking.id', 'booking.place', 'alias.key_id'])
		.where('pairing_id', '=', pairingId)
		.execute();
	const keys = await vault.keys(
		db,
		rows.flatMap(({ key_id }) => key_id ?? []),
	);
	return new Map(
		rows.flatMap(({ id, place, key_id }) => {
			const key = key_id ? keys.get(key_id) : undefined;
			return key && place ? [[id, unseal(key, place, contextOf(id))]] : [];
		}),
	);
}

const contextOf = (bookingId: BookingId) => `booking-place:${bookingId}`;
