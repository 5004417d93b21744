import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { takeDuty } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { overLimit } from '#platform/rate-limit.ts';
import { after, days, hours } from '#platform/time.ts';
import { aRota, aShift, people } from '#test/rota.ts';
import { test, type World } from '#test/world.ts';
import { noOwnLimits } from '../limits.ts';
import { usualRota, type RotaId, type ShiftId, type SwapId } from '../rota.ts';
import { addShift } from './add-shift.ts';
import { calendarBehind, calendarLinkOf, endCalendarLink, makeCalendarLink } from './calendar-link.ts';
import { callOffShift } from './call-off-shift.ts';
import { changeRota, endRota, expectPeople } from './change-rota.ts';
import { askForCover, keepShift, takeCover } from './cover.ts';
import { forgetEndedSignUps } from './forget-ended.ts';
import { freeShiftsWithoutDuty } from './free-shifts.ts';
import { holdNoLonger, holdRegularly } from './hold-regularly.ts';
import { endPattern, makePattern } from './make-pattern.ts';
import { nextShifts } from './on-shift.ts';
import { closeRota } from './open-rota.ts';
import { pace } from './pace.ts';
import { personal } from './personal.ts';
import { putOn } from './put-on.ts';
import { setLimits, setOwnLimits } from './set-limits.ts';
import { signUp, stepBack } from './sign-up.ts';
import { ownLimitsOf } from './standing.ts';
import { answerSwap, offerSwap, withdrawSwap } from './swap.ts';
import { writeShifts } from './write-shifts.ts';

const run =
	(job: { run(tx: never, data: never): Promise<unknown> }, data: object = {}) =>
	async (tx: unknown) => {
		await job.run(tx as never, data as never);
		return {};
	};

const tuesdays = {
	rule: 'RRULE:FREQ=WEEKLY;BYDAY=TU',
	since: '2026-11-22',
	at: '19:00',
	until: '21:00',
	expected: 20,
};

const holdersOf = async ({ db }: World, shiftId: ShiftId) => {
	const rows = await db
		.selectFrom('sign_up')
		.select('person_id')
		.where('shift_id', '=', shiftId)
		.where('ended_at', 'is', null)
		.orderBy('person_id')
		.execute();
	return rows.map(({ person_id }) => person_id);
};

const shiftsOf = ({ db }: World, rotaId: RotaId) =>
	db.selectFrom('shift').selectAll().where('rota_id', '=', rotaId).orderBy('starts_at').execute();

const granted = <Outcome extends object>(outcome: Outcome) => {
	if ('refused' in outcome) throw new Error(String(outcome.refused));
	return outcome as Exclude<Outcome, { refused: string }>;
};

const names = Array.from({ length: 20 }, (_, index) => `Taker ${index}`);

describe('signing up', () => {
	test('the last place is taken once, also when twenty ask at the same moment', async ({ world }) => {
		const takers = Object.values(await people(world, ['supporter'], ...names));
		const rota = await aRota(world, { spare: 0 });
		const shift = await aShift(world, rota, { in: 20 });

		const answers = await Promise.all(takers.map((who) => world.as(who, (tx) => signUp(tx, shift))));

		expect(answers.filter((answer) => 'signedUp' in answer)).toHaveLength(1);
		expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'shift-full')).toHaveLength(
			19,
		);
		expect(await holdersOf(world, shift)).toHaveLength(1);
	});

	test('one person asking for ten shifts at once stays within their hours', async ({ world }) => {
		const { ben } = await people(world, ['supporter'], 'ben');
		const shifts = [];
		for (let day = 1; day <= 10; day++) {
			const rota = await aRota(world, { nightFrom: '00:00', nightUntil: '00:00' });
			shifts.push(await aShift(world, rota, { in: 6 + 13 * day, lasting: 2 }));
		}

		const answers = await Promise.all(shifts.map((shift) => world.as(ben, (tx) => signUp(tx, shift))));

		expect(answers.filter((answer) => 'signedUp' in answer)).toHaveLength(6);
		expect(answers).toContainEqual({ refused: 'too-many-hours' });
	});

	test('the database itself refuses to have one person in two places, and lets them come back to one', async ({
		world,
	}) => {
		const { ben } = await people(world, ['supporter'], 'ben');
		const [one, other] = [await aRota(world), await aRota(world)];
		await aShift(world, one, { in: 20, held: [ben] });
		const second = await aShift(world, other, { in: 21 });
		const past = sql`
			insert into sign_up (shift_id, person_id, starts_at, ends_at, signed_up_at)
			select id, ${ben}, starts_at, ends_at, now() from shift where id = ${second}`;

		await expect(past.execute(world.db)).rejects.toMatchObject({ constraint: 'nobody_is_in_two_places' });
		await expect(
			sql`insert into sign_up (shift_id, person_id, starts_at, ends_at, signed_up_at)
				values (${second}, ${ben}, now(), now() + interval '1 minute', now())`.execute(world.db),
		).rejects.toThrow(/foreign key/);
	});

	test('whoever steps back frees the place, and can come back to it', async ({ world }) => {
		const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
		const shift = await aShift(world, await aRota(world, { spare: 0 }), { in: 20, held: [ben] });

		expect(await world.as(cy, (tx) => signUp(tx, shift))).toEqual({ refused: 'shift-full' });
		await world.as(ben, (tx) => stepBack(tx, shift));
		expect(await world.as(ben, (tx) => stepBack(tx, shift))).toEqual({ refused: 'not-on-it' });
		await world.as(ben, (tx) => signUp(tx, shift));

		expect(await holdersOf(world, shift)).toEqual([ben]);
		expect(await world.eventNames()).toEqual([
			'rota.opened',
			'rota.shift-taken',
			'rota.shift-given-up',
			'rota.shift-taken',
		]);
	});

	test('three hundred times an hour is enough for anybody', async ({ world }) => {
		const { ben } = await people(world, ['supporter'], 'ben');
		const shift = await aShift(world, await aRota(world), { in: 20 });
		await world.as(ben, async (tx) => {
			for (let time = 0; time < pace.atMost; time++) await overLimit(tx.db, tx.vault, pace, tx.actor, tx.now);
			return {};
		});

		for (const operation of [
			(tx: Tx) => signUp(tx, shift),
			(tx: Tx) => stepBack(tx, shift),
			(tx: Tx) => askForCover(tx, { shiftId: shift, word: '' }),
			(tx: Tx) => takeCover(tx, { shiftId: shift, from: ben }),
			(tx: Tx) => offerSwap(tx, { mine: shift, theirs: shift, askedOf: ben }),
		] as ((tx: Tx) => Promise<object>)[])
			expect(await world.as(ben, operation)).toEqual({ refused: 'too-fast' });
	});

	test('a shift that is not there is told plainly', async ({ world }) => {
		const { ben } = await people(world, ['supporter'], 'ben');
		const none = '0198c0de-0000-7000-8000-000000000001' as ShiftId;
		expect(await world.as(ben, (tx) => signUp(tx, none))).toEqual({ refused: 'no-such-shift' });
		expect(await world.as(ben, (tx) => stepBack(tx, none))).toEqual({ refused: 'no-such-shift' });
		expect(await world.as(ben, (tx) => askForCover(tx, { shiftId: none, word: '' }))).toEqual({
			refused: 'no-such-shift',
		});
		expect(await world.as(ben, (tx) => takeCover(tx, { shiftId: none, from: ben }))).toEqual({
			refused: 'no-such-shift',
		});
	});
});

describe('a pattern', () => {
	test('is written down for the weeks ahead, once, keeps its hour, and can be ended by a coordinator', async ({
		world,
	}) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const rotaId = await aRota(world);
		world.now = new Date('2027-03-20T12:00:00Z');

		expect(await world.as(ben, (tx) => makePattern(tx, { rotaId, ...tuesdays }))).toEqual({
			refused: 'not-a-coordinator',
		});
		const { patternId } = granted(await world.as(amara, (tx) => makePattern(tx, { rotaId, ...tuesdays })));
		await world.as(null, run(writeShifts));

		const written = await shiftsOf(world, rotaId);
		expect(written).toHaveLength(8);
		expect(written.slice(0, 2).map((row) => row.starts_at.toISOString())).toEqual([
			'2027-03-23T18:00:00.000Z',
			'2027-03-30T17:00:00.000Z',
		]);

		await world.as(ben, (tx) => signUp(tx, written[1]!.id));
		await world.as(amara, (tx) => endPattern(tx, { rotaId, patternId }));
		expect(await shiftsOf(world, rotaId)).toMatchObject([{ id: written[1]!.id, called_off_at: world.now }]);
		expect(await holdersOf(world, written[1]!.id)).toEqual([]);
		expect(await world.as(amara, (tx) => endPattern(tx, { rotaId, patternId }))).toEqual({
			refused: 'no-such-pattern',
		});
		await world.as(null, run(writeShifts));
		expect(await shiftsOf(world, rotaId)).toHaveLength(1);
	});

	test('that is held regularly is held every week, those written down later too, within one’s limits', async ({
		world,
	}) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const rotaId = await aRota(world);
		const { patternId } = granted(await world.as(amara, (tx) => makePattern(tx, { rotaId, ...tuesdays })));
		const [, second] = await shiftsOf(world, rotaId);
		const elsewhere = await aRota(world);
		await aShift(world, elsewhere, {
			in: (+second!.starts_at - +world.now) / hours(1) - 4,
			held: [ben],
		});

		expect(await world.as(ben, (tx) => holdRegularly(tx, patternId))).toEqual({
			held: 7,
			missed: [{ startsAt: second!.starts_at, because: 'too-little-rest' }],
		});
		world.now = after(world.now, days(7));
		await world.as(null, run(writeShifts));
		const written = await shiftsOf(world, rotaId);
		expect(written).toHaveLength(9);
		expect(await holdersOf(world, written[8]!.id)).toEqual([ben]);

		expect(await world.as(ben, (tx) => holdNoLonger(tx, patternId))).toEqual({ steppedBack: 7 });
		expect(await world.as(ben, (tx) => holdNoLonger(tx, patternId))).toEqual({ refused: 'not-on-it' });
		world.now = after(world.now, days(7));
		await world.as(null, run(writeShifts));
		expect(await holdersOf(world, (await shiftsOf(world, rotaId))[9]!.id)).toEqual([]);
	});

	test('is not held by whoever was not asked to, or could hold none of it', async ({ world }) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const rotaId = await aRota(world);
		const { patternId } = granted(await world.as(amara, (tx) => makePattern(tx, { rotaId, ...tuesdays })));
		await world.as(ben, (tx) => setOwnLimits(tx, { hoursAWeek: 1, nightsAWeek: null, restHours: null }));

		expect(await world.as(amara, (tx) => holdRegularly(tx, patternId))).toEqual({
			refused: 'not-asked-to-hold',
		});
		expect(await world.as(ben, (tx) => holdRegularly(tx, patternId))).toEqual({ refused: 'too-many-hours' });
		expect(await world.db.selectFrom('regular_holder').selectAll().execute()).toEqual([]);
	});
});

describe('single shifts', () => {
	const sunday = { on: '2026-11-29', at: '22:00', until: '02:00', expected: null };

	test('are added over midnight and called off by a coordinator, and can take place after all', async ({
		world,
	}) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const rotaId = await aRota(world);

		expect(await world.as(ben, (tx) => addShift(tx, { rotaId, ...sunday }))).toEqual({
			refused: 'not-a-coordinator',
		});
		const { shiftId } = granted(await world.as(amara, (tx) => addShift(tx, { rotaId, ...sunday })));
		expect(await world.as(amara, (tx) => addShift(tx, { rotaId, ...sunday }))).toEqual({
			refused: 'already-a-shift',
		});
		await world.as(ben, (tx) => signUp(tx, shiftId));
		expect(await world.as(ben, (tx) => callOffShift(tx, { rotaId, shiftId }))).toEqual({
			refused: 'not-a-coordinator',
		});
		await world.as(amara, (tx) => callOffShift(tx, { rotaId, shiftId }));

		expect(await holdersOf(world, shiftId)).toEqual([]);
		expect(await world.as(ben, (tx) => signUp(tx, shiftId))).toEqual({ refused: 'shift-called-off' });
		expect(await world.as(amara, (tx) => callOffShift(tx, { rotaId, shiftId }))).toEqual({
			refused: 'no-such-shift',
		});
		expect(await world.as(amara, (tx) => addShift(tx, { rotaId, ...sunday, until: '03:00' }))).toEqual({
			shiftId,
		});
		expect(await shiftsOf(world, rotaId)).toMatchObject([
			{ starts_at: new Date('2026-11-29T21:00:00Z'), ends_at: new Date('2026-11-30T02:00:00Z') },
		]);
	});

	test('are not added in the past, nor to a rota that is closed', async ({ world }) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const rotaId = await aRota(world);
		const held = await aShift(world, rotaId, { in: 30, held: [ben] });
		await aShift(world, rotaId, { in: 60 });

		expect(await world.as(amara, (tx) => addShift(tx, { rotaId, ...sunday, on: '2026-11-01' }))).toEqual({
			refused: 'never-comes',
		});
		await world.as(null, (tx) => closeRota(tx, rotaId));
		expect(await world.as(amara, (tx) => addShift(tx, { rotaId, ...sunday }))).toEqual({
			refused: 'not-found',
		});
		expect(await holdersOf(world, held)).toEqual([]);
		expect(await shiftsOf(world, rotaId)).toHaveLength(1);
	});
});

describe('a rota that changes', () => {
	const details = { ...usualRota, name: 'Evenings' };

	test('frees those who are no longer asked to hold it, and nobody else', async ({ world }) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const { cy } = await people(world, ['steward'], 'cy');
		const rotaId = await aRota(world);
		const shift = await aShift(world, rotaId, { in: 20, held: [ben, cy] });
		const past = await aShift(world, rotaId, { in: -1, lasting: 2, held: [ben] });
		const { patternId } = granted(await world.as(amara, (tx) => makePattern(tx, { rotaId, ...tuesdays })));
		for (const who of [ben, cy]) await world.as(who, (tx) => holdRegularly(tx, patternId));
		world.now = after(world.now, hours(2));

		expect(await world.as(ben, (tx) => changeRota(tx, { rotaId, ...details }))).toEqual({
			refused: 'not-a-coordinator',
		});
		await world.as(amara, (tx) => changeRota(tx, { rotaId, ...details, heldBy: ['steward'], least: 3 }));

		expect(await holdersOf(world, shift)).toEqual([cy]);
		expect(await holdersOf(world, past)).toEqual([ben]);
		const regulars = await world.db.selectFrom('regular_holder').select('person_id').execute();
		expect(regulars).toEqual([{ person_id: cy }]);
		expect((await nextShifts(world.db, rotaId, world.now, 1))[0]).toMatchObject({ needed: 3, signedUp: 1 });
	});

	test('needs more holders where more people are expected, from now on', async ({ world }) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const [rotaId, other] = [await aRota(world), await aRota(world)];
		const { patternId } = granted(await world.as(amara, (tx) => makePattern(tx, { rotaId, ...tuesdays })));
		const needed = async () =>
			(await nextShifts(world.db, rotaId, world.now, 20)).map((shift) => shift.needed);
		expect(new Set(await needed())).toEqual(new Set([2]));

		const expecting = { rotaId, patternId, expected: 40 };
		expect(await world.as(ben, (tx) => expectPeople(tx, expecting))).toEqual({
			refused: 'not-a-coordinator',
		});
		expect(await world.as(amara, (tx) => expectPeople(tx, { ...expecting, rotaId: other }))).toEqual({
			refused: 'no-such-pattern',
		});
		await world.as(amara, (tx) => expectPeople(tx, expecting));
		world.now = after(world.now, days(7));
		await world.as(null, run(writeShifts));

		expect(await needed()).toEqual(Array.from({ length: 8 }, () => 4));
	});

	test('is closed by a coordinator, and what was to come is called off', async ({ world }) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const rotaId = await aRota(world);
		const shift = await aShift(world, rotaId, { in: 20, held: [ben] });

		expect(await world.as(ben, (tx) => endRota(tx, rotaId))).toEqual({ refused: 'not-a-coordinator' });
		expect(await world.as(amara, (tx) => endRota(tx, rotaId))).toMatchObject({ closed: rotaId });
		expect(await holdersOf(world, shift)).toEqual([]);
		expect(await world.as(amara, (tx) => endRota(tx, rotaId))).toEqual({ refused: 'not-found' });
	});
});

describe('cover', () => {
	test('is taken once, also when twenty take it at the same moment, and the shift is never without anybody', async ({
		world,
	}) => {
		const { ben } = await people(world, ['supporter'], 'ben');
		const takers = Object.values(await people(world, ['supporter'], ...names));
		const shift = await aShift(world, await aRota(world, { spare: 0 }), { in: 20, held: [ben] });
		await world.as(ben, (tx) => askForCover(tx, { shiftId: shift, word: 'My sister is in hospital.' }));
		expect(await holdersOf(world, shift)).toEqual([ben]);

		const answers = await Promise.all(
			takers.map((who) => world.as(who, (tx) => takeCover(tx, { shiftId: shift, from: ben }))),
		);

		expect(answers.filter((answer) => 'covered' in answer)).toHaveLength(1);
		expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'cover-taken')).toHaveLength(
			19,
		);
		expect(takers).toContain((await holdersOf(world, shift))[0]);
		expect(await holdersOf(world, shift)).toHaveLength(1);
	});

	test('can be taken back while nobody has taken it, and is taken only within one’s limits', async ({
		world,
	}) => {
		const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
		const shift = await aShift(world, await aRota(world), { in: 20, held: [ben] });
		await world.as(cy, (tx) => setOwnLimits(tx, { hoursAWeek: 1, nightsAWeek: null, restHours: null }));

		expect(await world.as(ben, (tx) => keepShift(tx, shift))).toEqual({ refused: 'cover-taken' });
		await world.as(ben, (tx) => askForCover(tx, { shiftId: shift, word: '' }));
		expect(await world.as(cy, (tx) => takeCover(tx, { shiftId: shift, from: ben }))).toEqual({
			refused: 'too-many-hours',
		});
		expect(await world.as(ben, (tx) => keepShift(tx, shift))).toEqual({ kept: shift });
		expect(await world.as(cy, (tx) => takeCover(tx, { shiftId: shift, from: ben }))).toEqual({
			refused: 'cover-taken',
		});
	});

	test('is not asked for by whoever is not on it', async ({ world }) => {
		const { ben } = await people(world, ['supporter'], 'ben');
		const shift = await aShift(world, await aRota(world), { in: 20 });
		expect(await world.as(ben, (tx) => askForCover(tx, { shiftId: shift, word: '' }))).toEqual({
			refused: 'not-on-it',
		});
	});
});

describe('a swap', () => {
	const offered = async (world: World, rotaId: RotaId) => {
		const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
		const mine = await aShift(world, rotaId, { in: 20, held: [ben] });
		const theirs = await aShift(world, rotaId, { in: 24, held: [cy] });
		granted(await world.as(ben, (tx) => offerSwap(tx, { mine, theirs, askedOf: cy })));
		const { id } = await world.db.selectFrom('swap').select('id').executeTakeFirstOrThrow();
		return { ben, cy, mine, theirs, swapId: id };
	};

	test('gives both their new shifts, or none', async ({ world }) => {
		const { ben, cy, mine, theirs, swapId } = await offered(world, await aRota(world, { spare: 0 }));
		expect(await world.as(ben, (tx) => answerSwap(tx, { swapId, answer: 'yes' }))).toEqual({
			refused: 'no-such-swap',
		});

		const answers = await Promise.all(
			[1, 2].map(() => world.as(cy, (tx) => answerSwap(tx, { swapId, answer: 'yes' }))),
		);

		expect(answers).toContainEqual({ answered: 'yes' });
		expect(answers).toContainEqual({ refused: 'no-such-swap' });
		expect(await holdersOf(world, mine)).toEqual([cy]);
		expect(await holdersOf(world, theirs)).toEqual([ben]);
	});

	test('is asked once, and can be declined or taken back', async ({ world }) => {
		const { ben, cy, mine, theirs, swapId } = await offered(world, await aRota(world));
		await world.as(ben, (tx) => offerSwap(tx, { mine, theirs, askedOf: cy }));
		expect(await world.db.selectFrom('swap').selectAll().execute()).toHaveLength(1);

		expect(await world.as(cy, (tx) => withdrawSwap(tx, swapId))).toEqual({ refused: 'no-such-swap' });
		expect(await world.as(cy, (tx) => answerSwap(tx, { swapId, answer: 'no' }))).toEqual({ answered: 'no' });
		granted(await world.as(ben, (tx) => offerSwap(tx, { mine, theirs, askedOf: cy })));
		const again = await world.db.selectFrom('swap').select('id').executeTakeFirstOrThrow();
		expect(await world.as(ben, (tx) => withdrawSwap(tx, again.id))).toEqual({ withdrawn: again.id });
		expect(await world.as(cy, (tx) => answerSwap(tx, { swapId: again.id, answer: 'yes' }))).toEqual({
			refused: 'no-such-swap',
		});
		expect(await holdersOf(world, mine)).toEqual([ben]);
	});

	test('and stepping back at the same moment end with one of the two, never with both or half', async ({
		world,
	}) => {
		const outcomes = new Set<string>();
		for (let round = 0; round < 10; round++) {
			const rotaId = await aRota(world, { spare: 0 });
			const ben = await world.person(`Ben ${round}`, { duties: ['supporter'] });
			const cy = await world.person(`Cy ${round}`, { duties: ['supporter'] });
			const mine = await aShift(world, rotaId, { in: 20, held: [ben] });
			const theirs = await aShift(world, rotaId, { in: 24, held: [cy] });
			granted(await world.as(ben, (tx) => offerSwap(tx, { mine, theirs, askedOf: cy })));
			const { id: swapId } = await world.db.selectFrom('swap').select('id').executeTakeFirstOrThrow();

			const moves: (() => Promise<object>)[] = [
				() => world.as(ben, (tx) => stepBack(tx, mine)),
				() => world.as(cy, (tx) => answerSwap(tx, { swapId, answer: 'yes' })),
			];
			await Promise.all((round % 2 ? moves.toReversed() : moves).map((move) => move()));

			const [on, onTheirs] = [await holdersOf(world, mine), await holdersOf(world, theirs)];
			const swapped = on[0] === cy && onTheirs[0] === ben;
			const steppedBack = on.length === 0 && onTheirs[0] === cy;
			expect(swapped || steppedBack, JSON.stringify([on, onTheirs])).toBe(true);
			outcomes.add(swapped ? 'swapped' : 'stepped back');
			expect(await world.db.selectFrom('swap').selectAll().execute()).toEqual([]);
		}
		expect(outcomes.size).toBeGreaterThan(0);
	});

	test('that somebody accepts while the other signs up elsewhere takes nobody past their limits', async ({
		world,
	}) => {
		const rotaId = await aRota(world, { spare: 0 });
		const ben = await world.person('Ben', { duties: ['supporter'] });
		const cy = await world.person('Cy', { duties: ['supporter'] });
		await world.as(ben, (tx) => setOwnLimits(tx, { ...noOwnLimits, hoursAWeek: 4 }));
		const mine = await aShift(world, rotaId, { in: 20, lasting: 2, held: [ben] });
		const theirs = await aShift(world, rotaId, { in: 44, lasting: 4, held: [cy] });
		const other = await aShift(world, rotaId, { in: 68, lasting: 2 });
		granted(await world.as(ben, (tx) => offerSwap(tx, { mine, theirs, askedOf: cy })));
		const { id: swapId } = await world.db.selectFrom('swap').select('id').executeTakeFirstOrThrow();

		const [signed, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const signing = world.as(ben, async (tx) => {
			const outcome = await signUp(tx, other);
			signed.resolve();
			await goOn.promise;
			return outcome;
		});
		await signed.promise;
		const swapping = world.as(cy, (tx) => answerSwap(tx, { swapId, answer: 'yes' }));
		await Promise.race([swapping, pause(100)]);
		goOn.resolve();

		expect(await signing).toEqual({ signedUp: true });
		expect(await swapping).toEqual({ refused: 'does-not-fit-them' });
	});

	test('crosswise by both at the same moment waits for nobody forever', async ({ world }) => {
		const { ben, cy, mine, theirs } = await offered(world, await aRota(world));
		await world.as(cy, (tx) => offerSwap(tx, { mine: theirs, theirs: mine, askedOf: ben }));
		const swaps = await world.db.selectFrom('swap').select(['id', 'asked_of']).execute();

		const answers = await Promise.all(
			swaps.map(({ id, asked_of }) =>
				world.as(asked_of, (tx) => answerSwap(tx, { swapId: id, answer: 'yes' })),
			),
		);

		expect(answers).toContainEqual({ answered: 'yes' });
		expect(answers).toContainEqual({ refused: 'no-such-swap' });
		expect(await holdersOf(world, mine)).toEqual([cy]);
	});

	test('about a shift that is not there is told plainly', async ({ world }) => {
		const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
		const none = '0198c0de-0000-7000-8000-000000000001';
		const offer = { mine: none as ShiftId, theirs: none as ShiftId, askedOf: cy };
		expect(await world.as(ben, (tx) => offerSwap(tx, offer))).toEqual({ refused: 'no-such-shift' });
		expect(await world.as(ben, (tx) => answerSwap(tx, { swapId: none as SwapId, answer: 'no' }))).toEqual({
			refused: 'no-such-swap',
		});
	});
});

describe('a coordinator', () => {
	test('puts somebody on past their limits, with a reason they can read, and they can step back', async ({
		world,
	}) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
		const rotaId = await aRota(world, { spare: 0 });
		const shiftId = await aShift(world, rotaId, { in: 20, lasting: 20, held: [] });
		const putting = { rotaId, shiftId, personId: ben, because: 'Cy is ill, and you offered.' };

		expect(await world.as(ben, (tx) => signUp(tx, shiftId))).toEqual({ refused: 'too-many-hours' });
		expect(await world.as(cy, (tx) => putOn(tx, putting))).toEqual({ refused: 'not-a-coordinator' });
		expect(await world.as(amara, (tx) => putOn(tx, { ...putting, because: '' }))).toEqual({
			refused: 'reason-needed',
		});
		expect(await world.as(amara, (tx) => putOn(tx, { ...putting, personId: amara }))).toEqual({
			refused: 'not-asked-to-hold',
		});
		const elsewhere = await aRota(world);
		expect(await world.as(amara, (tx) => putOn(tx, { ...putting, rotaId: elsewhere }))).toEqual({
			refused: 'no-such-shift',
		});
		expect(await world.as(amara, (tx) => putOn(tx, putting))).toEqual({ putOn: true });

		const told = await personal.export(world.db, world.vault, ben);
		expect(JSON.stringify(told)).toContain('Cy is ill, and you offered.');
		expect(await world.as(ben, (tx) => stepBack(tx, shiftId))).toEqual({ steppedBack: true });
	});

	test('says how much anybody holds; what somebody wants less of holds for them', async ({ world }) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const rotaId = await aRota(world);
		const shift = await aShift(world, rotaId, { in: 20, lasting: 14 });
		const limits = { hoursAWeek: 40, nightsAWeek: 7, restHours: 0 };

		expect(await world.as(ben, (tx) => setLimits(tx, limits))).toEqual({ refused: 'not-a-coordinator' });
		await world.as(amara, (tx) => setLimits(tx, limits));
		const own = { hoursAWeek: 10, nightsAWeek: null, restHours: null };
		expect(await ownLimitsOf(world.db, ben)).toEqual(noOwnLimits);
		await world.as(ben, (tx) => setOwnLimits(tx, own));
		expect(await ownLimitsOf(world.db, ben)).toEqual(own);
		expect(await world.as(ben, (tx) => signUp(tx, shift))).toEqual({ refused: 'too-many-hours' });
		await world.as(ben, (tx) => setOwnLimits(tx, { hoursAWeek: null, nightsAWeek: null, restHours: null }));
		expect(await world.as(ben, (tx) => signUp(tx, shift))).toEqual({ signedUp: true });
	});
});

describe('a duty that is taken away', () => {
	test('frees what was still to come, and what was held regularly, but not what another duty holds', async ({
		world,
	}) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter', 'host'], 'ben');
		const [rotaId, hosts] = [await aRota(world), await aRota(world, { heldBy: ['host'] })];
		const { patternId } = granted(await world.as(amara, (tx) => makePattern(tx, { rotaId, ...tuesdays })));
		await world.as(ben, (tx) => holdRegularly(tx, patternId));
		const kept = await aShift(world, hosts, { in: 10, held: [ben] });

		await world.as(amara, (tx) => takeDuty(tx, { personId: ben, duty: 'supporter' }));
		const { rows } = await sql<{ task: string }>`
			select task_identifier as task from graphile_worker.jobs where task_identifier like 'rota.%'`.execute(
			world.db,
		);
		expect(rows).toEqual([{ task: 'rota.free-shifts-without-duty' }]);
		await world.as(null, run(freeShiftsWithoutDuty, { personId: ben }));

		for (const { id } of await shiftsOf(world, rotaId)) expect(await holdersOf(world, id)).toEqual([]);
		expect(await holdersOf(world, kept)).toEqual([ben]);
		expect(await world.db.selectFrom('regular_holder').selectAll().execute()).toEqual([]);
	});

	test('waits for its holder who is just signing up, so that nobody stays on a shift without it', async ({
		world,
	}) => {
		const { amara } = await people(world, ['coordinator'], 'amara');
		const { ben } = await people(world, ['supporter'], 'ben');
		const shift = await aShift(world, await aRota(world), { in: 20 });
		const [signedUp, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];

		const signing = world.as(ben, async (tx) => {
			const outcome = await signUp(tx, shift);
			signedUp.resolve();
			await goOn.promise;
			return outcome;
		});
		await signedUp.promise;
		const taking = world
			.as(amara, (tx) => takeDuty(tx, { personId: ben, duty: 'supporter' }))
			.then(() => world.as(null, run(freeShiftsWithoutDuty, { personId: ben })));
		await Promise.race([taking, pause(300)]);
		goOn.resolve();
		await Promise.all([signing, taking]);

		expect(await holdersOf(world, shift)).toEqual([]);
	});
});

describe('the calendar', () => {
	const opened = async (world: World, who: PersonId) => (await world.as(who, makeCalendarLink)).token;

	test('shows what one holds, and that what one no longer holds is cancelled', async ({ world }) => {
		const { ben } = await people(world, ['supporter'], 'ben');
		const rotaId = await aRota(world);
		const shift = await aShift(world, rotaId, { in: 20, held: [ben] });
		const token = await opened(world, ben);
		const shown = async () => (await calendarBehind(world.db, token, world.now))!.appointments;

		const [before] = await shown();
		await world.as(ben, (tx) => stepBack(tx, shift));
		const [then] = await shown();
		await world.as(ben, (tx) => signUp(tx, shift));
		const [again] = await shown();

		expect(before).toMatchObject({ sequence: 0, cancelled: false });
		expect(then).toEqual({ ...before, stamp: world.now, sequence: 1, cancelled: true });
		expect(again).toMatchObject({ uid: before!.uid, sequence: 2, cancelled: false });
		expect(before!.uid).not.toContain(shift.slice(0, 8));
	});

	test('opens by its link alone, which a new one ends; only a digest is kept', async ({ world }) => {
		const { ben } = await people(world, ['supporter'], 'ben');
		const first = await opened(world, ben);
		const second = await opened(world, ben);

		expect(await calendarBehind(world.db, first, world.now)).toBeUndefined();
		expect(await calendarBehind(world.db, second, world.now)).toEqual({ locale: 'en', appointments: [] });
		expect(await calendarLinkOf(world.db, ben)).toBe('2026-11-22');
		const kept = await world.db.selectFrom('calendar_link').selectAll().execute();
		expect(JSON.stringify(kept)).not.toContain(second);
		await world.as(ben, endCalendarLink);
		expect(await calendarBehind(world.db, second, world.now)).toBeUndefined();
		expect(await calendarLinkOf(world.db, ben)).toBeUndefined();
	});

	test('what one stepped back from is forgotten when no calendar needs it; what one held stays', async ({
		world,
	}) => {
		const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
		const shift = await aShift(world, await aRota(world), { in: 20, held: [ben, cy] });
		await world.as(ben, (tx) => stepBack(tx, shift));
		world.now = after(world.now, days(31) + hours(23));
		await world.as(null, run(forgetEndedSignUps));

		const left = await world.db.selectFrom('sign_up').select('person_id').execute();
		expect(left).toEqual([{ person_id: cy }]);
	});
});

test('somebody who erases themselves leaves gaps and no words, and nobody else loses anything', async ({
	world,
}) => {
	const { amara } = await people(world, ['coordinator'], 'amara');
	const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
	const rotaId = await aRota(world);
	const [first, second] = [
		await aShift(world, rotaId, { in: 20, held: [ben, cy] }),
		await aShift(world, rotaId, { in: 60 }),
	];
	await world.as(amara, (tx) =>
		putOn(tx, { rotaId, shiftId: second, personId: ben, because: 'A reason of Amara’s.' }),
	);
	await world.as(ben, (tx) => askForCover(tx, { shiftId: first, word: 'A word of Ben’s.' }));
	await world.as(ben, makeCalendarLink);
	await world.as(ben, (tx) => setOwnLimits(tx, { hoursAWeek: 3, nightsAWeek: null, restHours: null }));
	const told = JSON.stringify(await personal.export(world.db, world.vault, ben));
	expect(told).toContain('A word of Ben’s.');
	expect(told).toContain('A reason of Amara’s.');
	expect(JSON.stringify(await personal.export(world.db, world.vault, amara))).toContain(
		'A reason of Amara’s.',
	);

	await world.as(amara, async (tx) => (await personal.erase(tx, amara), {}));
	expect(await holdersOf(world, second)).toEqual([ben]);
	expect(JSON.stringify(await personal.export(world.db, world.vault, ben))).not.toContain('A reason');
	await world.as(ben, async (tx) => (await personal.erase(tx, ben), {}));

	expect(await holdersOf(world, first)).toEqual([cy]);
	expect(await holdersOf(world, second)).toEqual([]);
	for (const table of ['sign_up', 'own_shift_limits', 'calendar_link'] as const)
		expect(
			await world.db.selectFrom(table).select('person_id').where('person_id', '=', ben).execute(),
		).toEqual([]);
});
