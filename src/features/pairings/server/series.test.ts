import moment from 'moment-timezone';
import { describe, expect, test as plain } from 'vitest';
import { addException } from '#features/supporters/server/index.ts';
import { after, days, hours, minutes } from '#platform/time.ts';
import { booked, granted, pairOf, supporting, toldTo, two } from '#test/talks.ts';
import { test, type World } from '#test/world.ts';
import type { PairingId } from '../pairing.ts';
import { everyWeek } from '../series.ts';
import {
	bookSeries,
	callOffSession,
	confirmSlot,
	endPairing,
	holdSlot,
	moveSession,
	personal,
	placesIn,
	planSeries,
	sessionsOf,
	standingIn,
	timesFor,
	waitForSlot,
	waitNoLonger,
	waitsOf,
} from './index.ts';
import { offerFreeSlots } from './offer-free-slots.ts';
import { remindOfSessions } from './remind.ts';

/** Tuesday at seven in the evening in Paris; the world begins two days before. */
const tuesday = new Date('2026-11-24T18:00:00Z');

const run = (world: World, job: typeof remindOfSessions) =>
	world.as(null, async (tx) => {
		await job.run(tx, {});
		return {};
	});

/** Zones whose clocks change at other times, by other amounts, or that once skipped a day. */
const zones = [
	...['Africa/Cairo', 'Africa/Casablanca', 'America/New_York', 'America/Santiago', 'America/St_Johns'],
	...['Asia/Beirut', 'Asia/Kathmandu', 'Asia/Tehran', 'Atlantic/Azores', 'Australia/Lord_Howe'],
	...['Australia/Sydney', 'Europe/Dublin', 'Europe/Lisbon', 'Europe/London', 'Europe/Madrid', 'Europe/Paris'],
	...['Pacific/Apia', 'Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Easter', 'America/Chicago', 'UTC'],
	...['America/Asuncion', 'Asia/Jerusalem'],
];

plain('every week is the same time on the wall clock, in every zone, across every change of clocks', () => {
	let looked = 0;
	for (const zone of zones)
		for (const year of [2025, 2026, 2027, 2028, 2029, 2030])
			for (const from of ['02-20', '08-28', '10-01'])
				for (let hour = 0; hour < 24; hour += 2) {
					const at = `${String(hour).padStart(2, '0')}:30`;
					const first = moment.tz(`${year}-${from} ${at}`, zone);
					const wall = first.format('HH:mm');
					const days = Array.from({ length: 9 }, (_, week) =>
						moment.utc(`${year}-${from}`).add(week, 'weeks').format('YYYY-MM-DD'),
					);
					const told = everyWeek(first.toDate(), { times: 9, zone }).map((start) =>
						moment.tz(start, zone).format('YYYY-MM-DD HH:mm'),
					);
					const asked = days.map((day) => moment.tz(`${day} ${wall}`, zone).format('YYYY-MM-DD HH:mm'));
					looked += asked.length;
					// Where the clocks skip a time, both tell it by the offset before the gap.
					if (told.join() !== asked.join()) throw new Error(`${zone} from ${first.format()}: ${told.join()}`);
				}
	expect(looked).toBe(24 * 6 * 3 * 12 * 9);
});

describe('a series', () => {
	const series = { startsAt: tuesday, length: 30, times: 6 } as const;

	test('is planned first: what cannot be is said before anything is booked', async ({ world }) => {
		const wren = await supporting(world, 'Wren', { aheadDays: 30 });
		const { memberId: ana, pairingId } = await pairOf(world, wren, 'Ana');
		const ben = await pairOf(world, wren, 'Ben');
		await booked(world, ben.memberId, ben.pairingId, after(tuesday, days(7)));
		const away = { firstOn: '2026-12-15', lastOn: '2026-12-15', window: null };
		granted(await world.as(wren, (tx) => addException(tx, away)));
		const { pairing } = await standingIn(world.db, pairingId, null);
		const planned = async (me: typeof ana) =>
			(await planSeries(world.db, world.vault, pairing!, { ...series, me, now: world.now })).map(
				({ unfit }) => unfit ?? 'yes',
			);

		expect(await planned(ana)).toEqual([
			...['yes', 'taken', 'yes', 'not-their-hours', 'too-far-ahead', 'too-far-ahead'],
		]);
		expect(await planned(wren)).toEqual(['yes', 'taken', 'yes', 'yes', 'yes', 'yes']);
		const past = { ...series, startsAt: after(world.now, -days(1)), me: wren, now: world.now };
		expect((await planSeries(world.db, world.vault, pairing!, past))[0]).toMatchObject({ unfit: 'past' });
		expect(await sessionsOf(world.db, pairingId, world.now)).toEqual([]);

		const agreed = [tuesday, after(tuesday, days(14))];
		const book = (which: readonly Date[]) =>
			world.as(ana, (tx) =>
				bookSeries(tx, { pairingId, ...series, agreed: which, format: 'text', place: '' }),
			);
		expect(await book([...agreed, after(tuesday, days(7))])).toEqual({ refused: 'series-changed' });
		expect(await book([])).toEqual({ refused: 'series-changed' });
		// What Ana holds herself is no obstacle, and is let go of.
		const slot = { pairingId, startsAt: tuesday, length: 30, format: 'text' } as const;
		granted(await world.as(ana, (tx) => holdSlot(tx, slot)));
		expect((await planned(ana))[0]).toBe('yes');
		granted(await book(agreed));
		expect((await sessionsOf(world.db, pairingId, world.now)).map(({ startsAt }) => startsAt)).toEqual(
			agreed,
		);
		expect(await toldTo(world, wren)).toEqual([
			'appointment-booked',
			'appointment-booked',
			'appointment-booked',
		]);
	});

	test('is one ordinary session after another: one is called off, moved, or the rest goes', async ({
		world,
	}) => {
		const { ana, wren, pairingId } = await two(world);
		const agreed = everyWeek(tuesday, { times: 4, zone: 'Europe/Paris' });
		granted(
			await world.as(ana, (tx) =>
				bookSeries(tx, { pairingId, ...series, times: 4, agreed, format: 'text', place: '' }),
			),
		);
		const there = async () =>
			(await sessionsOf(world.db, pairingId, world.now)).map(({ startsAt }) => startsAt);
		const [first, second, third] = await sessionsOf(world.db, pairingId, world.now);
		const moved = after(second!.startsAt, hours(1));
		granted(
			await world.as(wren, (tx) => moveSession(tx, { pairingId, bookingId: second!.id, startsAt: moved })),
		);
		granted(await world.as(ana, (tx) => callOffSession(tx, { pairingId, bookingId: first!.id })));
		expect(await there()).toEqual([moved, agreed[2], agreed[3]]);
		granted(
			await world.as(ana, (tx) => callOffSession(tx, { pairingId, bookingId: third!.id, which: 'rest' })),
		);
		expect(await there()).toEqual([moved]);
	});

	test('keeps its time on the wall when the clocks change in between', async ({ world }) => {
		world.now = new Date('2027-03-10T12:00:00Z');
		const { ana, pairingId } = await two(world);
		const first = new Date('2027-03-16T18:00:00Z');
		const agreed = everyWeek(first, { times: 4, zone: 'Europe/Paris' });
		granted(
			await world.as(ana, (tx) =>
				bookSeries(tx, {
					...{ pairingId, startsAt: first, length: 30, times: 4, agreed, format: 'text', place: '' },
				}),
			),
		);
		const starts = (await sessionsOf(world.db, pairingId, world.now)).map(({ startsAt }) =>
			startsAt.toISOString().slice(5, 16),
		);
		expect(starts).toEqual(['03-16T18:00', '03-23T18:00', '03-30T17:00', '04-06T17:00']);
	});
});

test('in person, roughly where is said before it is booked, sealed, and read by the two', async ({
	world,
}) => {
	const wren = await supporting(world, 'Wren', { formats: ['text', 'in-person'] });
	const { memberId: ana, pairingId } = await pairOf(world, wren, 'Ana');
	const slot = { pairingId, startsAt: tuesday, length: 30, format: 'in-person' } as const;
	const { bookingId } = granted(await world.as(ana, (tx) => holdSlot(tx, slot)));
	const confirm = (place: string) => world.as(ana, (tx) => confirmSlot(tx, { pairingId, bookingId, place }));

	expect(await confirm('')).toEqual({ refused: 'place-needed' });
	granted(await confirm('The old library'));
	expect(await placesIn(world.db, world.vault, pairingId)).toEqual(new Map([[bookingId, 'The old library']]));
	const { place } = await world.db.selectFrom('booking').select('place').executeTakeFirstOrThrow();
	expect(place!.toString('utf8')).not.toContain('library');
	const agreed = [after(tuesday, days(7))];
	const series = { pairingId, startsAt: agreed[0]!, length: 30, times: 2, agreed } as const;
	const book = (where: string) =>
		world.as(ana, (tx) => bookSeries(tx, { ...series, format: 'in-person', place: where }));
	expect(await book('')).toEqual({ refused: 'place-needed' });
	granted(await book('The park gate'));
	expect([...(await placesIn(world.db, world.vault, pairingId)).values()]).toContain('The park gate');
	expect(await personal.export(world.db, world.vault, ana)).toMatchObject({
		sessions: [{ place: 'The old library' }, { place: 'The park gate' }],
	});
	await world.as(ana, async (tx) => {
		await personal.erase(tx, ana);
		return {};
	});
	expect(await placesIn(world.db, world.vault, pairingId)).toEqual(new Map());
});

describe('a time one waits for', () => {
	test('is kept for whoever waits longest when it falls free, and then for the next', async ({ world }) => {
		const wren = await supporting(world);
		const [ana, ben, cy] = [
			await pairOf(world, wren, 'Ana'),
			await pairOf(world, wren, 'Ben'),
			await pairOf(world, wren, 'Cy'),
		];
		const bookingId = await booked(world, ana.memberId, ana.pairingId, tuesday);
		const wait = (who: typeof ana) =>
			world.as(who.memberId, (tx) =>
				waitForSlot(tx, { pairingId: who.pairingId, startsAt: tuesday, length: 30, format: 'text' }),
			);
		const { pairing } = await standingIn(world.db, ben.pairingId, null);
		const { taken } = await timesFor(world.db, world.vault, pairing!, {
			length: 30,
			now: world.now,
			except: [],
		});
		expect(taken.map(Number)).toContain(tuesday.getTime());
		granted(await wait(ben));
		granted(await wait(ben));
		world.now = after(world.now, minutes(1));
		granted(await wait(cy));
		await run(world, offerFreeSlots);
		expect(await toldTo(world, ben.memberId)).toEqual([]);

		granted(
			await world.as(ana.memberId, (tx) => callOffSession(tx, { pairingId: ana.pairingId, bookingId })),
		);
		await run(world, offerFreeSlots);
		await run(world, offerFreeSlots);
		expect(await toldTo(world, ben.memberId)).toEqual(['time-free']);
		expect(await toldTo(world, cy.memberId)).toEqual([]);
		const slot = (pairingId: PairingId) =>
			({ pairingId, startsAt: tuesday, length: 30, format: 'text' }) as const;
		expect(await world.as(ana.memberId, (tx) => holdSlot(tx, slot(ana.pairingId)))).toHaveProperty('refused');

		// Ben lets it go by.
		world.now = after(world.now, minutes(181));
		await run(world, offerFreeSlots);
		expect(await toldTo(world, cy.memberId)).toEqual(['time-free']);
		expect(await waitsOf(world.db, ben.pairingId, ben.memberId, world.now)).toEqual([]);
		const held = await world.db
			.selectFrom('booking')
			.select('id')
			.where('pairing_id', '=', cy.pairingId)
			.executeTakeFirstOrThrow();
		granted(
			await world.as(cy.memberId, (tx) => confirmSlot(tx, { pairingId: cy.pairingId, bookingId: held.id })),
		);
		await run(world, offerFreeSlots);
		expect(await waitsOf(world.db, cy.pairingId, cy.memberId, world.now)).toEqual([]);
	});

	test('is waited for until one has enough of it, ten at most, and no longer than the two talk', async ({
		world,
	}) => {
		const { ana, wren, pairingId } = await two(world);
		const wait = (startsAt: Date) =>
			world.as(ana, (tx) => waitForSlot(tx, { pairingId, startsAt, length: 60, format: 'text' }));
		expect(await wait(world.now)).toEqual({ refused: 'time-is-past' });
		for (let hour = 0; hour < 10; hour += 1) granted(await wait(after(tuesday, hours(hour))));
		expect(await wait(after(tuesday, hours(10)))).toEqual({ refused: 'enough-waits' });
		const [first] = await waitsOf(world.db, pairingId, ana, world.now);
		granted(await world.as(wren, (tx) => waitNoLonger(tx, { pairingId, wait: first!.id })));
		expect(await waitsOf(world.db, pairingId, ana, world.now)).toHaveLength(10);
		granted(await world.as(ana, (tx) => waitNoLonger(tx, { pairingId, wait: first!.id })));
		expect(await waitsOf(world.db, pairingId, ana, world.now)).toHaveLength(9);
		granted(await world.as(wren, (tx) => endPairing(tx, pairingId)));
		await run(world, offerFreeSlots);
		expect(await waitsOf(world.db, pairingId, ana, world.now)).toEqual([]);
	});
});

describe('a reminder', () => {
	/** Every minute from one moment to another, twice each, as two workers would. */
	async function watch(world: World, from: Date, until: Date, every = 10) {
		for (world.now = from; world.now <= until; world.now = after(world.now, minutes(every)))
			await Promise.all([run(world, remindOfSessions), run(world, remindOfSessions)]);
	}

	test('comes once a day before and once an hour before, to both', async ({ world }) => {
		const { wren, ana, pairingId } = await two(world);
		await booked(world, ana, pairingId, tuesday);
		await watch(world, after(tuesday, -hours(25)), after(tuesday, -hours(23)));
		for (const who of [wren, ana])
			expect((await toldTo(world, who)).filter((kind) => kind !== 'appointment-booked')).toEqual([
				'appointment-day',
			]);
		await watch(world, after(tuesday, -minutes(80)), after(tuesday, minutes(20)));
		expect(await toldTo(world, ana)).toEqual(['appointment-day', 'appointment-hour']);
		// Also with the clock set back.
		await watch(world, after(tuesday, -hours(24)), after(tuesday, -hours(23)), 30);
		expect(await toldTo(world, ana)).toEqual(['appointment-day', 'appointment-hour']);
		const { at, path } = await world.db
			.selectFrom('notice')
			.select(['at', 'path'])
			.where('kind', '=', 'appointment-hour')
			.limit(1)
			.executeTakeFirstOrThrow();
		expect(at).toEqual(tuesday);
		expect(path).toBe(`/pairings/${pairingId}/sessions`);
	});

	test('of a time that was moved or called off is taken back, and comes anew for the new time', async ({
		world,
	}) => {
		const { wren, ana, pairingId } = await two(world);
		const bookingId = await booked(world, ana, pairingId, tuesday);
		await watch(world, after(tuesday, -hours(23)), after(tuesday, -hours(22)), 30);
		const later = after(tuesday, days(3));
		granted(await world.as(ana, (tx) => moveSession(tx, { pairingId, bookingId, startsAt: later })));
		expect(await toldTo(world, ana)).toEqual([]);
		expect(await toldTo(world, wren)).toEqual(['appointment-moved']);
		await watch(world, after(tuesday, -minutes(50)), after(tuesday, minutes(10)), 30);
		expect(await toldTo(world, ana)).toEqual([]);
		await watch(world, after(later, -hours(24)), after(later, -hours(23)), 30);
		expect(await toldTo(world, ana)).toEqual(['appointment-day']);

		granted(await world.as(wren, (tx) => callOffSession(tx, { pairingId, bookingId })));
		await watch(world, after(later, -minutes(50)), after(later, minutes(10)), 30);
		expect(await toldTo(world, ana)).toEqual(['appointment-called-off']);
		expect(await toldTo(world, wren)).toEqual([]);
	});

	test('is not sent of what was only just agreed', async ({ world }) => {
		const { wren, ana, pairingId } = await two(world);
		world.now = after(tuesday, -minutes(50));
		const slot = { pairingId, startsAt: tuesday, length: 30, format: 'text' } as const;
		const { bookingId } = granted(await world.as(wren, (tx) => holdSlot(tx, slot)));
		granted(await world.as(wren, (tx) => confirmSlot(tx, { pairingId, bookingId })));
		await watch(world, after(tuesday, -minutes(50)), tuesday, 10);
		expect(await toldTo(world, ana)).toEqual(['appointment-booked']);
	});
});
