import { expect } from 'vitest';
import { takeDuty } from '#features/people/server/index.ts';
import { after, hours, minutes } from '#platform/time.ts';
import { aRota, aShift, people } from '#test/rota.ts';
import { evening, test } from '#test/world.ts';
import { usualRota } from '../rota.ts';
import { isOnShift, nextShifts, onShiftNow, openRota } from './index.ts';

const details = { ...usualRota, name: 'Evenings', zone: 'Europe/Paris' };

test('only a coordinator opens a rota, and only on clocks that there are', async ({ world }) => {
	const { amara } = await people(world, ['coordinator'], 'amara');
	const { ben } = await people(world, ['supporter'], 'ben');

	expect(await world.as(ben, (tx) => openRota(tx, details))).toEqual({ refused: 'not-a-coordinator' });
	expect(await world.as(amara, (tx) => openRota(tx, { ...details, zone: 'Mars/Olympus' }))).toEqual({
		refused: 'no-such-zone',
	});
	expect(await world.as(amara, (tx) => openRota(tx, details))).toHaveProperty('rotaId');
});

test('a shift is on from ten minutes before it begins until it ends', async ({ world }) => {
	const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
	const rota = await aRota(world);
	const shiftId = await aShift(world, rota, { in: 1, lasting: 2, held: [ben] });
	const startsAt = after(evening, hours(1));
	const at = (moment: Date) => onShiftNow(world.db, rota, moment);

	expect(await at(after(startsAt, -minutes(11)))).toEqual([]);
	expect(await at(after(startsAt, -minutes(10)))).toEqual([
		{ shiftId, startsAt, endsAt: after(startsAt, hours(2)), personIds: [ben] },
	]);
	expect(await at(after(startsAt, hours(2)))).toEqual([]);
	expect(await isOnShift(world.db, rota, ben, startsAt)).toBe(true);
	expect(await isOnShift(world.db, rota, cy, startsAt)).toBe(false);
	expect(await isOnShift(world.db, rota, ben, after(startsAt, -minutes(10)), { earlyMinutes: 5 })).toBe(
		false,
	);
});

test('whoever loses the duty is off the shift in the same moment, also while it is on', async ({ world }) => {
	const { amara } = await people(world, ['coordinator'], 'amara');
	const { ben } = await people(world, ['supporter'], 'ben');
	const rota = await aRota(world);
	await aShift(world, rota, { in: 0, held: [ben] });
	expect(await isOnShift(world.db, rota, ben, world.now)).toBe(true);

	await world.as(amara, (tx) => takeDuty(tx, { personId: ben, duty: 'supporter' }));

	expect(await isOnShift(world.db, rota, ben, world.now)).toBe(false);
	expect(await onShiftNow(world.db, rota, world.now)).toMatchObject([{ personIds: [] }]);
});

test('the next shifts say how many hold them, and how many the people expected will need', async ({
	world,
}) => {
	const { ben } = await people(world, ['supporter'], 'ben');
	const rota = await aRota(world);
	await aShift(world, rota, { in: 30, expected: 25 });
	await aShift(world, rota, { in: 5, held: [ben] });
	await aShift(world, rota, { in: -1 });

	expect(await nextShifts(world.db, rota, world.now, 5)).toMatchObject([
		{ signedUp: 1, needed: 1 },
		{ signedUp: 0, needed: 3 },
	]);
	expect(await nextShifts(world.db, rota, world.now, 1)).toHaveLength(1);
});
