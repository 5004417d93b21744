import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { rotaChanged } from '../events.ts';
import { may } from '../policy.ts';
import type { RotaDetails, RotaId, ShiftPatternId } from '../rota.ts';
import { mayHold } from '../sign-up.ts';
import { freePlace } from './places.ts';
import { closeRota } from './open-rota.ts';
import { actorIn, holdersStill, holdStill } from './standing.ts';

/** Everything but the zone: shifts that are written down keep the hour at which people signed up for them. */
export type Changeable = Omit<RotaDetails, 'zone'>;

/** Changes a rota. Whoever is no longer asked to hold it is free of what is to come, in the same step. */
export async function changeRota(tx: Tx, { rotaId, ...details }: Changeable & { rotaId: RotaId }) {
	await tx.db
		.selectFrom('shift_pattern')
		.select('id')
		.where('rota_id', '=', rotaId)
		.orderBy('id')
		.forUpdate()
		.execute();
	const shifts = await aheadOf(tx, rotaId);

	const ruling = may.arrange(await actorIn(tx, rotaId));
	if (ruling.refused) return ruling;

	await tx.db
		.updateTable('rota')
		.set({
			name: details.name,
			kind: details.kind,
			held_by: [...details.heldBy],
			least: details.least,
			one_per: details.onePer,
			spare: details.spare,
			night_from: details.nightFrom,
			night_until: details.nightUntil,
		})
		.where('id', '=', rotaId)
		.execute();
	const regulars = await tx.db
		.selectFrom('regular_holder')
		.innerJoin('shift_pattern', 'shift_pattern.id', 'regular_holder.pattern_id')
		.select(['regular_holder.person_id as personId', 'regular_holder.pattern_id as patternId'])
		.where('shift_pattern.rota_id', '=', rotaId)
		.execute();
	const concerned = [...shifts.flatMap(({ people }) => people), ...regulars.map(({ personId }) => personId)];
	const holders = await holdersStill(tx, [...new Set(concerned)]);
	const stillAsked = (personId: (typeof concerned)[number]) =>
		mayHold(details, holders.get(personId)?.duties ?? []);

	for (const shift of shifts)
		for (const personId of shift.people) if (!stillAsked(personId)) await freePlace(tx, shift, personId);
	for (const { personId, patternId } of regulars)
		if (!stillAsked(personId))
			await tx.db
				.deleteFrom('regular_holder')
				.where('person_id', '=', personId)
				.where('pattern_id', '=', patternId)
				.execute();
	await tx.announce(rotaChanged({ rotaId }));
	return { changed: rotaId };
}

/** Says how many people are expected at a pattern from now on, which changes how many holders its shifts need. */
export async function expectPeople(
	tx: Tx,
	{ rotaId, patternId, expected }: { rotaId: RotaId; patternId: ShiftPatternId; expected: number | null },
) {
	const ruling = may.arrange(await actorIn(tx, rotaId));
	if (ruling.refused) return ruling;
	const pattern = await tx.db
		.updateTable('shift_pattern')
		.set({ expected })
		.where('id', '=', patternId)
		.where('rota_id', '=', rotaId)
		.executeTakeFirst();
	if (pattern.numUpdatedRows === 0n) return refuse('no-such-pattern');

	const ahead = (await aheadOf(tx, rotaId)).map(({ shiftId }) => shiftId);
	if (ahead.length > 0)
		await tx.db
			.updateTable('shift')
			.set({ expected })
			.where('id', 'in', ahead)
			.where('pattern_id', '=', patternId)
			.execute();
	await tx.announce(rotaChanged({ rotaId }));
	return { expected };
}

/** A coordinator ends a rota: what is still to come of it is called off. */
export async function endRota(tx: Tx, rotaId: RotaId) {
	const ruling = may.arrange(await actorIn(tx, rotaId));
	if (ruling.refused) return ruling;
	return closeRota(tx, rotaId);
}

/** What is not over yet, held still. */
async function aheadOf(tx: Tx, rotaId: RotaId) {
	const ahead = await tx.db
		.selectFrom('shift')
		.select('id')
		.where('rota_id', '=', rotaId)
		.where('ends_at', '>', tx.now)
		.where('called_off_at', 'is', null)
		.execute();
	return holdStill(
		tx,
		ahead.map(({ id }) => id),
	);
}
