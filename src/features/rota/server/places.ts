import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import { shiftGivenUp, shiftTaken } from '../events.ts';
import type { Shift } from '../rota.ts';
import type { KnownShift } from './standing.ts';

/** Puts somebody on a shift, as has been decided. Whoever comes back takes up the row they left. */
export async function takePlace(
	tx: Tx,
	{ shiftId, rotaId, startsAt, endsAt }: Shift & Pick<KnownShift, 'rotaId'>,
	personId: PersonId,
	{ putOnBecause = null }: { putOnBecause?: Sealed | null } = {},
) {
	const place = {
		signed_up_at: tx.now,
		ended_at: null,
		put_on_by: putOnBecause && tx.actor,
		put_on_because: putOnBecause,
	};
	await tx.db
		.insertInto('sign_up')
		.values({
			shift_id: shiftId,
			person_id: personId,
			starts_at: startsAt,
			ends_at: endsAt,
			sequence: 0,
			cover_asked_at: null,
			cover_word: null,
			...place,
		})
		.onConflict((again) =>
			again
				.columns(['shift_id', 'person_id'])
				.doUpdateSet((row) => ({ ...place, sequence: row('sign_up.sequence', '+', 1) })),
		)
		.execute();
	await tx.announce(shiftTaken({ rotaId, shiftId, personId }));
}

/** Takes somebody off a shift. The row stays, so that their calendar can say so; words in it go, and swaps about it. */
export async function freePlace(
	tx: Tx,
	{ shiftId, rotaId }: Pick<KnownShift, 'shiftId' | 'rotaId'>,
	personId: PersonId,
) {
	await tx.db
		.updateTable('sign_up')
		.set((row) => ({
			ended_at: tx.now,
			sequence: row('sequence', '+', 1),
			put_on_by: null,
			put_on_because: null,
			cover_asked_at: null,
			cover_word: null,
		}))
		.where('shift_id', '=', shiftId)
		.where('person_id', '=', personId)
		.where('ended_at', 'is', null)
		.execute();
	await tx.db
		.deleteFrom('swap')
		.where((swap) =>
			swap.or([
				swap.and({ offered_shift: shiftId, offered_by: personId }),
				swap.and({ wanted_shift: shiftId, asked_of: personId }),
			]),
		)
		.execute();
	await tx.announce(shiftGivenUp({ rotaId, shiftId, personId }));
}
