import { holdStill, type Stewarded } from '#features/conversations/server/index.ts';
import type { PairingId } from '../pairing.ts';
import { endNow } from './pair.ts';
import { pairingsOfPerson } from './queries.ts';

/** What stewards can do about a pairing: it ends, and goes on again when that is taken back. */
export const stewarded: Stewarded = {
	kind: 'pairing',

	placesOf: (tx, personId) => pairingsOfPerson(tx.db, personId),

	async takeOut(tx, { id, personId }) {
		await holdStill(tx, id);
		const open = await tx.db
			.selectFrom('pairing')
			.select('id')
			.where('id', '=', id as PairingId)
			.where('ended_at', 'is', null)
			.executeTakeFirst();
		if (!open) return undefined;
		// In the name of whoever it is taken from, so that the other one is told of the sessions that are called off.
		await endNow(tx.as({ actor: personId, now: tx.now }), id as PairingId);
		return {};
	},

	/** Unless the two have been paired anew. Sessions that were called off are booked again by the two. */
	async putBack(tx, { id }) {
		await holdStill(tx, id);
		await tx.db
			.updateTable('pairing')
			.set({ ended_at: null })
			.where('id', '=', id as PairingId)
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('pairing as anew')
							.select('anew.id')
							.whereRef('anew.supporter_id', '=', 'pairing.supporter_id')
							.whereRef('anew.member_id', '=', 'pairing.member_id')
							.where('anew.ended_at', 'is', null),
					),
				),
			)
			.execute();
		await tx.nudge(`!pairing:${id}`);
	},
};
