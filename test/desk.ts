import type { RotaId, ShiftId } from '#features/rota/rota.ts';
import type { PersonId } from '#platform/ids.ts';
import { newSlug } from '#platform/ids.ts';
import { after, hours as inHours } from '#platform/time.ts';
import type { World } from './world.ts';

/** Puts somebody on a shift of an on-call rota of its own, by plain inserts. */
export async function onShift(
	world: Pick<World, 'as'>,
	personId: PersonId,
	{ from, hours }: { from: Date; hours: number },
) {
	const until = after(from, inHours(hours));
	return world.as(null, async (tx) => {
		const [rotaId, shiftId]: [RotaId, ShiftId] = [tx.newId(), tx.newId()];
		await tx.db
			.insertInto('rota')
			.values({
				...{ id: rotaId, slug: newSlug(), name: 'On call', kind: 'on-call', zone: 'UTC' },
				...{ held_by: ['steward'], least: 1, one_per: null, spare: 1 },
				...{ night_from: '23:00', night_until: '06:00', opened_at: tx.now, closed_at: null },
			})
			.execute();
		await tx.db
			.insertInto('shift')
			.values({
				...{ id: shiftId, rota_id: rotaId, pattern_id: null },
				...{ starts_at: from, ends_at: until, expected: null, called_off_at: null },
			})
			.execute();
		await tx.db
			.insertInto('sign_up')
			.values({
				...{ shift_id: shiftId, person_id: personId, starts_at: from, ends_at: until },
				...{ signed_up_at: tx.now, ended_at: null, sequence: 0 },
			})
			.execute();
		return { shiftId };
	});
}
