import { describe, expect } from 'vitest';
import { addHours, keepPage, openPage, setLimits } from '#features/supporters/server/index.ts';
import { blankPage, usualCaps } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';
import { test, type World } from '#test/world.ts';
import type { BookingId, PairingId } from '../pairing.ts';
import { callOffSession, confirmSlot, endPairing, holdSlot, moveSession, pair } from './index.ts';

/** Tuesday at seven in the evening in Paris; the world begins two days before. */
const tuesday = new Date('2026-11-24T18:00:00Z');
const granted = <Outcome extends object>(outcome: Outcome) => {
	if ('refused' in outcome) throw new Error(`refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, { refused: string }>;
};

/** Wren is there on every weekday from six to ten in the evening, and breathes for a quarter of an hour. */
async function supporting(world: World, nickname = 'Wren') {
	const id = await world.person(nickname, { duties: ['supporter'] });
	await world.as(id, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hello.', languages: ['en'] }));
	await world.as(id, (tx) => openPage(tx, true));
	await world.as(id, (tx) =>
		addHours(
			tx,
			([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '18:00', until: '22:00' })),
		),
	);
	return id;
}

async function pairOf(world: World, supporterId: PersonId, nickname: string) {
	const memberId = await world.person(nickname);
	const { pairingId } = granted(await world.as(supporterId, (tx) => pair(tx, { supporterId, memberId })));
	return { memberId, pairingId };
}

const held = (world: World, who: PersonId, pairingId: PairingId, startsAt = tuesday, length: 30 | 60 = 30) =>
	world.as(who, (tx) => holdSlot(tx, { pairingId, startsAt, length, format: 'text' }));

async function booked(world: World, who: PersonId, pairingId: PairingId, startsAt = tuesday) {
	const { bookingId } = granted(await held(world, who, pairingId, startsAt));
	return granted(await world.as(who, (tx) => confirmSlot(tx, { pairingId, bookingId }))).bookingId;
}

describe('a session', () => {
	test('is held while its form is open, then booked; whoever waits too long finds it gone to another', async ({
		world,
	}) => {
		const wren = await supporting(world);
		const [ana, ben] = [await pairOf(world, wren, 'Ana'), await pairOf(world, wren, 'Ben')];
		const first = granted(await held(world, ana.memberId, ana.pairingId));
		expect(await held(world, ben.memberId, ben.pairingId)).toEqual({ refused: 'not-in-their-hours' });

		world.now = after(world.now, minutes(11));
		const second = granted(await held(world, ben.memberId, ben.pairingId));

		const confirm = (who: PersonId, pairingId: PairingId, bookingId: BookingId) =>
			world.as(who, (tx) => confirmSlot(tx, { pairingId, bookingId }));
		expect(await confirm(ana.memberId, ana.pairingId, first.bookingId)).toEqual({ refused: 'slot-gone' });
		expect(await confirm(ben.memberId, ben.pairingId, second.bookingId)).toEqual({
			bookingId: second.bookingId,
		});
		expect(await confirm(ben.memberId, ben.pairingId, second.bookingId)).toEqual({ refused: 'slot-gone' });
	});

	test('is only in the supporter’s hours, unless they offer the time themselves, and never in the past', async ({
		world,
	}) => {
		const wren = await supporting(world);
		const { memberId, pairingId } = await pairOf(world, wren, 'Ana');
		const morning = new Date('2026-11-24T08:00:00Z');

		expect(await held(world, memberId, pairingId, morning)).toEqual({ refused: 'not-in-their-hours' });
		expect(await held(world, memberId, pairingId, new Date('2026-11-24T20:45:00Z'))).toEqual({
			refused: 'not-in-their-hours',
		});
		expect(await held(world, wren, pairingId, morning)).toHaveProperty('bookingId');
		expect(await held(world, wren, pairingId, world.now)).toEqual({ refused: 'time-is-past' });
	});

	test('is for the two alone: nobody else books, confirms, moves or calls off', async ({ world }) => {
		const wren = await supporting(world);
		const { memberId, pairingId } = await pairOf(world, wren, 'Ana');
		const other = await pairOf(world, wren, 'Ben');
		const stranger = await world.person('Cy', { duties: ['supporter', 'coordinator', 'steward'] });
		const bookingId = await booked(world, memberId, pairingId);

		expect(await held(world, stranger, pairingId)).toEqual({ refused: 'not-found' });
		for (const [who, here] of [
			[stranger, pairingId],
			[other.memberId, pairingId],
		] as const) {
			expect(await world.as(who, (tx) => confirmSlot(tx, { pairingId: here, bookingId }))).toEqual({
				refused: 'not-found',
			});
			expect(await world.as(who, (tx) => callOffSession(tx, { pairingId: here, bookingId }))).toEqual({
				refused: 'not-found',
			});
			expect(
				await world.as(who, (tx) => moveSession(tx, { pairingId: here, bookingId, startsAt: tuesday })),
			).toEqual({ refused: 'not-found' });
		}
		// Somebody else’s booking under one’s own pairing is none.
		const there = { pairingId: other.pairingId, bookingId };
		expect(await world.as(other.memberId, (tx) => callOffSession(tx, there))).toEqual({
			refused: 'no-such-session',
		});
		expect(await world.as(other.memberId, (tx) => moveSession(tx, { ...there, startsAt: tuesday }))).toEqual({
			refused: 'no-such-session',
		});
	});

	test('moves to another free time whole, or stays where it is', async ({ world }) => {
		const wren = await supporting(world);
		const [ana, ben] = [await pairOf(world, wren, 'Ana'), await pairOf(world, wren, 'Ben')];
		const bookingId = await booked(world, ana.memberId, ana.pairingId);
		const theirs = after(tuesday, minutes(60));
		await booked(world, ben.memberId, ben.pairingId, theirs);
		const move = (startsAt: Date) =>
			world.as(ana.memberId, (tx) => moveSession(tx, { pairingId: ana.pairingId, bookingId, startsAt }));
		const at = async () =>
			(
				await world.db
					.selectFrom('booking_person')
					.select('starts_at')
					.where('booking_id', '=', bookingId)
					.execute()
			).map(({ starts_at }) => starts_at);

		expect(await move(theirs)).toEqual({ refused: 'not-in-their-hours' });
		expect(await at()).toEqual([tuesday, tuesday]);
		const later = after(tuesday, minutes(120));
		expect(await move(later)).toEqual({ bookingId });
		expect(await at()).toEqual([later, later]);
		expect(
			await world.db.selectFrom('booking').select('sequence').where('id', '=', bookingId).executeTakeFirst(),
		).toEqual({ sequence: 1 });
	});

	test('that is called off frees its time at once, and so does the end of a pairing', async ({ world }) => {
		const wren = await supporting(world);
		const [ana, ben] = [await pairOf(world, wren, 'Ana'), await pairOf(world, wren, 'Ben')];
		const bookingId = await booked(world, ana.memberId, ana.pairingId);
		granted(
			await world.as(ana.memberId, (tx) => callOffSession(tx, { pairingId: ana.pairingId, bookingId })),
		);
		await booked(world, ben.memberId, ben.pairingId);
		granted(await world.as(wren, (tx) => endPairing(tx, ben.pairingId)));

		expect(await world.db.selectFrom('booking_person').selectAll().execute()).toEqual([]);
		expect(await world.db.selectFrom('cancelled_booking').select('sequence').execute()).toEqual([
			{ sequence: 1 },
			{ sequence: 1 },
		]);
		expect(await held(world, ben.memberId, ben.pairingId)).toEqual({ refused: 'pairing-ended' });
	});
});

test('one slot that twenty want at one moment has one winner, round after round', async ({ world }) => {
	const wren = await supporting(world);
	granted(
		await world.as(wren, (tx) =>
			setLimits(tx, { ...usualCaps, noticeHours: 0, aheadDays: 60, bufferMinutes: 0 }),
		),
	);
	const pairs = await Promise.all(Array.from({ length: 20 }, (_, i) => pairOf(world, wren, `Somebody ${i}`)));
	for (let round = 0; round < 10; round += 1) {
		const startsAt = after(
			tuesday,
			round * 7 * 86_400_000 * (round < 5 ? 1 : 0) + (round < 5 ? 0 : minutes(30 * (round - 4))),
		);
		const outcomes = await Promise.all(
			pairs.map(({ memberId, pairingId }) => held(world, memberId, pairingId, startsAt)),
		);
		expect(
			outcomes.filter((outcome) => 'bookingId' in outcome),
			`round ${round}`,
		).toHaveLength(1);
	}
});

test('the database itself lets nobody be in two talks, in whatever part', async ({ world }) => {
	const [wren, tam] = [await supporting(world), await supporting(world, 'Tam')];
	const { memberId, pairingId } = await pairOf(world, wren, 'Ana');
	await booked(world, memberId, pairingId);
	// Wren is Tam’s member, as supporters often are.
	const other = granted(await world.as(tam, (tx) => pair(tx, { supporterId: tam, memberId: wren })));

	const past = world.db
		.insertInto('booking')
		.values({
			id: '019b0000-0000-7000-8000-000000000001' as BookingId,
			pairing_id: other.pairingId,
			starts_at: after(tuesday, minutes(15)),
			ends_at: after(tuesday, minutes(45)),
			state: 'booked',
			held_until: null,
			format: 'text',
			made_by: tam,
			agreed_at: world.now,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const { id } = await past;
	const directly = world.db
		.insertInto('booking_person')
		.values({
			booking_id: id,
			person_id: wren,
			starts_at: after(tuesday, minutes(15)),
			ends_at: after(tuesday, minutes(45)),
		})
		.execute();

	await expect(directly).rejects.toMatchObject({ constraint: 'nobody_is_in_two_talks' });
	expect(await held(world, wren, other.pairingId, after(tuesday, minutes(15)))).toHaveProperty('refused');
});

test('two people are paired once', async ({ world }) => {
	const wren = await supporting(world);
	const ana = await world.person('Ana');
	const both = await Promise.all(
		[1, 2, 3].map(() => world.as(wren, (tx) => pair(tx, { supporterId: wren, memberId: ana }))),
	);
	expect(both.filter((outcome) => 'pairingId' in outcome)).toHaveLength(1);
	expect(both.filter((outcome) => 'refused' in outcome)).toEqual([
		{ refused: 'already-paired' },
		{ refused: 'already-paired' },
	]);
});
