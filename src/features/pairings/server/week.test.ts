import { expect } from 'vitest';
import { isoWeekdays, usualHours } from '#features/supporters/availability.ts';
import { addHours, setLimits } from '#features/supporters/server/index.ts';
import { usualCaps } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import { granted, supporting } from '#test/fitting.ts';
import { test, type World } from '#test/world.ts';
import { confirmSlot, holdSlot, pair, standingIn, timesFor } from './index.ts';

/** Somebody who is there at any hour, and gives so much of a week. */
async function there(world: World, limits: { hoursAWeek?: number; nightsAWeek?: number }) {
	const wren = await supporting(world, 'Wren', { limits: { pairings: 20, bufferMinutes: 0, ...limits } });
	const always = isoWeekdays.map((weekday) => ({ weekday, from: '00:00', until: '00:00' }));
	await world.as(wren, (tx) => addHours(tx, always));
	return wren;
}

async function talking(world: World, wren: PersonId, nickname: string) {
	const memberId = await world.person(nickname);
	const { pairingId } = granted(await world.as(null, (tx) => pair(tx, { supporterId: wren, memberId })));
	const hold = (startsAt: string) =>
		world.as(memberId, (tx) =>
			holdSlot(tx, { pairingId, startsAt: new Date(startsAt), length: 60, format: 'text' }),
		);
	return { memberId, pairingId, hold };
}

const starts = async (world: World, { pairingId }: Awaited<ReturnType<typeof talking>>) => {
	const { pairing } = await standingIn(world.db, pairingId, null);
	const times = await timesFor(world.db, world.vault, pairing!, { length: 60, now: world.now, except: [] });
	return times.starts.map((start) => start.toISOString());
};

test('nobody books more hours of a week than its supporter gives, however many try at one moment', async ({
	world,
}) => {
	const wren = await there(world, { hoursAWeek: 2 });
	const six = await Promise.all(
		['Ana', 'Ben', 'Cy', 'Dee', 'Eve', 'Fay'].map((who) => talking(world, wren, who)),
	);

	const held = await Promise.all(six.map(({ hold }, hour) => hold(`2026-11-25T1${hour}:00:00Z`)));
	expect(held.filter((each) => 'bookingId' in each)).toHaveLength(2);
	expect(held.filter((each) => 'refused' in each && each.refused === 'not-in-their-hours')).toHaveLength(4);

	// What is over still counts for its week; the next one is new.
	for (const [at, each] of held.entries())
		if ('bookingId' in each) {
			const { memberId, pairingId } = six[at]!;
			granted(await world.as(memberId, (tx) => confirmSlot(tx, { pairingId, bookingId: each.bookingId })));
		}
	world.now = new Date('2026-11-27T12:00:00Z');
	const offered = await starts(world, six[0]!);
	// Monday on the supporter’s clock, in Paris.
	expect(offered[0]).toBe('2026-11-29T23:00:00.000Z');
	expect(await six[0]!.hold('2026-11-28T12:00:00Z')).toEqual({ refused: 'not-in-their-hours' });
	granted(await six[0]!.hold('2026-11-30T12:00:00Z'));
});

test('a week has as many nights as its supporter gives, and days beside them', async ({ world }) => {
	const wren = await there(world, { nightsAWeek: 1 });
	const [ana, ben] = [await talking(world, wren, 'Ana'), await talking(world, wren, 'Ben')];
	granted(await ana.hold('2026-11-25T22:00:00Z'));

	expect(await ben.hold('2026-11-26T22:00:00Z')).toEqual({ refused: 'not-in-their-hours' });
	granted(await ben.hold('2026-11-26T14:00:00Z'));
	expect(await starts(world, ben)).not.toContain('2026-11-27T01:00:00.000Z');
	await world.as(wren, (tx) => setLimits(tx, { ...usualCaps, ...usualHours }));
	granted(await ben.hold('2026-11-26T22:00:00Z'));
});
