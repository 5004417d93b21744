import type { Duty } from '#features/people/person.ts';
import type { RotaDetails, RotaId, ShiftId } from '#features/rota/rota.ts';
import { makeRota } from '#features/rota/server/index.ts';
import { signUp } from '#features/rota/server/sign-up.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours } from '#platform/time.ts';
import type { World } from './world.ts';

/** Evenings in Paris, held by supporters and stewards: one of them, and one more for company. */
export async function aRota(world: World, details: Partial<RotaDetails> = {}): Promise<RotaId> {
	const { rotaId } = await world.as(null, (tx) =>
		makeRota(tx, { name: 'Evenings', zone: 'Europe/Paris', ...details }),
	);
	return rotaId;
}

interface ShiftWanted {
	/** Hours from the world’s moment. */
	in: number;
	/** Hours. */
	lasting?: number;
	expected?: number | null;
	held?: readonly PersonId[];
}

/** One shift of it, held by these people, who have whatever it takes. */
export async function aShift(
	world: World,
	rotaId: RotaId,
	{ in: ahead, lasting = 2, expected = null, held = [] }: ShiftWanted,
): Promise<ShiftId> {
	const startsAt = after(world.now, hours(ahead));
	const { shiftId } = await world.as(null, async (tx) => {
		const id: ShiftId = tx.newId();
		await tx.db
			.insertInto('shift')
			.values({
				id,
				rota_id: rotaId,
				pattern_id: null,
				starts_at: startsAt,
				ends_at: after(startsAt, hours(lasting)),
				expected,
				called_off_at: null,
			})
			.execute();
		return { shiftId: id };
	});
	for (const who of held) {
		const signedUp = await world.as(who, (tx) => signUp(tx, shiftId));
		if ('refused' in signedUp) throw new Error(`They could not sign up: ${signedUp.refused}`);
	}
	return shiftId;
}

/** Several people with these duties, by nickname. */
export const people = <Name extends string>(world: World, duties: Duty[], ...names: Name[]) =>
	names.reduce<Promise<Record<Name, PersonId>>>(
		async (before, name) => ({ ...(await before), [name]: await world.person(name, { duties }) }),
		Promise.resolve({} as Record<Name, PersonId>),
	);
