import fc from 'fast-check';
import { expect } from 'vitest';
import { giveDuty, takeDuty } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { aRota, aShift, people } from '#test/rota.ts';
import { test } from '#test/world.ts';
import type { ShiftId, SwapId } from '../rota.ts';
import { strains } from '../sign-up.ts';
import { callOffShift } from './call-off-shift.ts';
import { askForCover, takeCover } from './cover.ts';
import { freeShiftsWithoutDuty } from './free-shifts.ts';
import { putOn } from './put-on.ts';
import { signUp, stepBack } from './sign-up.ts';
import { holdersById, shiftsById } from './standing.ts';
import { answerSwap, offerSwap, withdrawSwap } from './swap.ts';

const kinds = [
	'up',
	'up',
	'back',
	'ask',
	'take',
	'offer',
	'answer',
	'withdraw',
	'off',
	'on',
	'duty',
] as const;
const move = fc.record({
	kind: fc.constantFrom(...kinds),
	who: fc.nat(5),
	other: fc.nat(5),
	shift: fc.nat(7),
	further: fc.nat(7),
});
type Move = typeof move extends fc.Arbitrary<infer One> ? One : never;

test('when everybody does everything at once, nobody waits forever, and nobody ends up past a limit', async ({
	world,
}) => {
	const { amara } = await people(world, ['coordinator'], 'amara');
	const six = Object.values(await people(world, ['supporter'], 'a', 'b', 'c', 'd', 'e', 'f'));
	const rotas = [await aRota(world, { spare: 0 }), await aRota(world)];
	const shifts: ShiftId[] = [];
	const lengths = [1, 2, 2, 3];
	for (const [index, rota] of rotas.entries())
		for (const [day, lasting] of lengths.entries())
			shifts.push(await aShift(world, rota, { in: 20 + 13 * day + index, lasting }));
	const swaps = () => world.db.selectFrom('swap').select(['id', 'offered_by', 'asked_of']).execute();
	/** The only one whom the coordinator puts on, past their limits. */
	const tired = six[5]!;

	const doing = async ({ kind, who, other, shift, further }: Move): Promise<unknown> => {
		const [me, them] = [six[who]!, six[other]!];
		const [one, another] = [shifts[shift]!, shifts[further]!];
		const as = (person: PersonId, operation: (tx: Tx) => Promise<object>) => world.as(person, operation);
		const [swap] = kind === 'answer' || kind === 'withdraw' ? await swaps() : [];
		switch (kind) {
			case 'up':
				return as(me, (tx) => signUp(tx, one));
			case 'back':
				return as(me, (tx) => stepBack(tx, one));
			case 'ask':
				return as(me, (tx) => askForCover(tx, { shiftId: one, word: '' }));
			case 'take':
				return as(me, (tx) => takeCover(tx, { shiftId: one, from: them }));
			case 'offer':
				return as(me, (tx) => offerSwap(tx, { mine: one, theirs: another, askedOf: them }));
			case 'answer':
				return (
					swap && as(swap.asked_of, (tx) => answerSwap(tx, { swapId: swap.id as SwapId, answer: 'yes' }))
				);
			case 'withdraw':
				return swap && as(swap.offered_by, (tx) => withdrawSwap(tx, swap.id));
			case 'off':
				return shift === 0 && as(amara, (tx) => callOffShift(tx, { rotaId: rotas[0]!, shiftId: one }));
			case 'on': {
				const rotaId = rotas[shift < lengths.length ? 0 : 1]!;
				return as(amara, (tx) => putOn(tx, { rotaId, shiftId: one, personId: tired, because: 'Please.' }));
			}
			case 'duty':
				await as(amara, (tx) => takeDuty(tx, { personId: me, duty: 'supporter' }));
				await world.as(null, async (tx) => (await freeShiftsWithoutDuty.run(tx, { personId: me }), {}));
				return world.as(null, (tx) => giveDuty(tx, { personId: me, duty: 'supporter' }));
		}
	};

	await fc.assert(
		fc.asyncProperty(fc.array(move, { minLength: 30, maxLength: 60 }), async (moves) => {
			// What goes wrong between two who wait for each other would be thrown here.
			await Promise.all(moves.map(doing));

			const all = await shiftsById(world.db, shifts);
			const holders = await holdersById(world.db, six, world.now);
			for (const shift of all) if (shift.calledOff) expect(shift.people).toEqual([]);
			for (const [personId, holder] of holders) {
				const inOrder = holder.held.toSorted((a, b) => +a.startsAt - +b.startsAt);
				for (const [index, { startsAt }] of inOrder.entries())
					if (index > 0) expect(+startsAt).toBeGreaterThanOrEqual(+inOrder[index - 1]!.endsAt);
				if (personId !== tired)
					for (const one of inOrder)
						expect(strains(one, { ...holder, held: inOrder.filter((held) => held !== one) })).toEqual([]);
			}
		}),
		{ numRuns: 8 },
	);
}, 120_000);
