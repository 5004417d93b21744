import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type PersonId } from '#platform/ids.ts';
import { after, days, hours } from '#platform/time.ts';
import { limitsFor, usualLimits } from './limits.ts';
import { weekOf } from './shift.ts';
import {
	decideAskForCover,
	decideCover,
	decidePutOn,
	decideSignUp,
	decideStepBack,
	decideSwap,
	type HeldShift,
	type Holder,
	type OpenShift,
} from './sign-up.ts';

const now = new Date('2026-11-23T06:00:00Z');
const ben: PersonId = newId(now);
const cy: PersonId = newId(now);

/** Hours from Monday morning. */
const held = (from: number, lasting: number, night = false): HeldShift => ({
	shiftId: newId(now),
	startsAt: after(now, hours(from)),
	endsAt: after(now, hours(from + lasting)),
	night,
});

const shift = (from: number, lasting: number, more: Partial<OpenShift> = {}): OpenShift => ({
	...held(from, lasting),
	heldBy: ['supporter'],
	calledOff: false,
	places: 1,
	people: [],
	...more,
});

const holder = (personId: PersonId, more: Partial<Holder> = {}): Holder => ({
	personId,
	duties: ['supporter'],
	zone: 'UTC',
	limits: { hoursAWeek: 12, nightsAWeek: 2, restHours: 11 },
	held: [],
	...more,
});

describe('signing up', () => {
	const full = holder(ben, { held: [held(0, 4), held(24, 4), held(48, 3)] });
	test.each<[string, OpenShift, Holder, string]>([
		['what is over', shift(-5, 4), holder(ben), 'shift-over'],
		['what was called off', shift(5, 4, { calledOff: true }), holder(ben), 'shift-called-off'],
		['without the duty', shift(5, 4), holder(ben, { duties: ['host'] }), 'not-asked-to-hold'],
		['twice', shift(5, 4, { people: [ben] }), holder(ben), 'already-on-it'],
		['where all places are taken', shift(5, 4, { people: [cy] }), holder(ben), 'shift-full'],
		['in two places', shift(5, 4), holder(ben, { held: [held(8, 4)] }), 'in-two-places'],
		['past one’s hours', shift(96, 2), full, 'too-many-hours'],
		[
			'past one’s nights',
			shift(96, 2, { night: true }),
			holder(ben, { held: [held(0, 1, true), held(24, 1, true)] }),
			'too-many-nights',
		],
		['without rest before', shift(15, 2), holder(ben, { held: [held(2, 3)] }), 'too-little-rest'],
		['without rest after', shift(2, 3), holder(ben, { held: [held(15, 2)] }), 'too-little-rest'],
	])('%s is refused', (_what, wanted, who, reason) => {
		expect(decideSignUp(wanted, who, now)).toEqual({ refused: reason });
	});

	test.each<[string, OpenShift, Holder]>([
		['a shift that has begun and is not over', shift(-1, 4), holder(ben)],
		['exactly one’s hours', shift(96, 1), full],
		['exactly one’s rest', shift(16, 2), holder(ben, { held: [held(2, 3)] })],
		['a day after two nights', shift(96, 2), holder(ben, { held: [held(0, 1, true), held(24, 1, true)] })],
		['next week', shift(7 * 24, 4), full],
	])('%s is fine', (_what, wanted, who) => {
		expect(decideSignUp(wanted, who, now)).toEqual({ signedUp: true });
	});
});

const anyShift = fc.record({
	from: fc.integer({ min: -48, max: 24 * 21 }),
	lasting: fc.integer({ min: 1, max: 14 }),
	night: fc.boolean(),
});
const anyLimits = fc.record({
	hoursAWeek: fc.integer({ min: 1, max: 40 }),
	nightsAWeek: fc.integer({ min: 0, max: 7 }),
	restHours: fc.integer({ min: 0, max: 24 }),
});

test('however somebody signs up, they are never in two places, past their limits or without rest', () => {
	fc.assert(
		fc.property(
			fc.array(anyShift, { maxLength: 40 }),
			anyLimits,
			fc.constantFrom('UTC', 'Europe/Paris', 'Pacific/Kiritimati'),
			(wanted, limits, zone) => {
				const mine: HeldShift[] = [];
				for (const { from, lasting, night } of wanted) {
					const one = shift(from, lasting, { night });
					if (!('refused' in decideSignUp(one, holder(ben, { held: mine, limits, zone }), now)))
						mine.push(one);
				}
				for (const week of Map.groupBy(mine, ({ startsAt }) => weekOf(startsAt, zone)).values()) {
					const length = week.reduce((sum, { startsAt, endsAt }) => sum + +endsAt - +startsAt, 0);
					expect(length).toBeLessThanOrEqual(hours(limits.hoursAWeek));
					expect(week.filter(({ night }) => night).length).toBeLessThanOrEqual(limits.nightsAWeek);
				}
				const inOrder = mine.toSorted((a, b) => +a.startsAt - +b.startsAt);
				for (const [index, { startsAt }] of inOrder.entries())
					if (index > 0)
						expect(+startsAt - +inOrder[index - 1]!.endsAt).toBeGreaterThanOrEqual(hours(limits.restHours));
			},
		),
	);
});

test('nobody is ever on a shift without its duty, one that is over or called off, or past its places', () => {
	fc.assert(
		fc.property(
			anyShift,
			fc.boolean(),
			fc.subarray(['host', 'supporter', 'steward', 'coordinator'] as const),
			fc.nat(3),
			fc.nat(3),
			({ from, lasting }, calledOff, duties, places, taken) => {
				const people = Array.from({ length: taken }, () => newId<'person'>(now));
				const one = shift(from, lasting, { calledOff, places, people });
				if ('refused' in decideSignUp(one, holder(ben, { duties }), now)) return;
				expect(calledOff).toBe(false);
				expect(duties).toContain('supporter');
				expect(one.endsAt > now).toBe(true);
				expect(taken).toBeLessThan(places);
			},
		),
	);
});

test('one’s own limits only ever ask for less', () => {
	const maybe = (most: number) => fc.option(fc.nat(most), { nil: null });
	const own = fc.record({ hoursAWeek: maybe(168), nightsAWeek: maybe(7), restHours: maybe(72) });
	fc.assert(
		fc.property(anyLimits, own, anyShift, fc.array(anyShift), (everyone, mine, wanted, before) => {
			const limits = limitsFor(everyone, mine);
			const already = before.map(({ from, lasting, night }) => held(from, lasting, night));
			const one = shift(wanted.from, wanted.lasting, { night: wanted.night });
			const stricter = decideSignUp(one, holder(ben, { limits, held: already }), now);
			const usual = decideSignUp(one, holder(ben, { limits: everyone, held: already }), now);
			if ('refused' in usual) expect(stricter).toHaveProperty('refused');
		}),
	);
	expect(limitsFor(usualLimits, { hoursAWeek: 40, nightsAWeek: 7, restHours: 1 })).toEqual(usualLimits);
});

describe('a coordinator', () => {
	const tired = holder(ben, { held: [held(0, 12)] });

	test('may put somebody on past places and limits, never without a reason', () => {
		const full = shift(14, 4, { people: [cy], night: true });
		expect(decidePutOn(full, tired, ' \n', now)).toEqual({ refused: 'reason-needed' });
		expect(decidePutOn(full, tired, 'Cy is ill.', now)).toEqual({ putOn: true });
	});

	test('cannot put somebody in two places, on a shift they were not asked to hold, or one that is over', () => {
		expect(decidePutOn(shift(11, 4), tired, 'Please.', now)).toEqual({ refused: 'in-two-places' });
		expect(decidePutOn(shift(14, 4), holder(ben, { duties: [] }), 'Please.', now)).toEqual({
			refused: 'not-asked-to-hold',
		});
		expect(decidePutOn(shift(-9, 4), holder(ben), 'Please.', now)).toEqual({ refused: 'shift-over' });
	});
});

test('a shift is given back until it begins; after that, cover can be asked for until its end', () => {
	const [later, running, over] = [shift(1, 2), shift(-1, 2), shift(-3, 2)].map((one) => ({
		...one,
		people: [ben],
	}));
	expect(decideStepBack(later!, ben, now)).toEqual({ steppedBack: true });
	expect(decideStepBack(later!, cy, now)).toEqual({ refused: 'not-on-it' });
	expect(decideStepBack(running!, ben, now)).toEqual({ refused: 'already-begun' });
	expect(decideAskForCover(running!, ben, now)).toEqual({ asked: true });
	expect(decideAskForCover(running!, cy, now)).toEqual({ refused: 'not-on-it' });
	expect(decideAskForCover(over!, ben, now)).toEqual({ refused: 'shift-over' });
});

test('cover is taken within one’s own limits, from whoever still asks, on a full shift too', () => {
	const full = shift(5, 4, { people: [cy] });
	const asking = { from: cy, asked: true };
	expect(decideCover(full, asking, holder(ben), now)).toEqual({ covered: true });
	expect(decideCover(full, { ...asking, asked: false }, holder(ben), now)).toEqual({
		refused: 'cover-taken',
	});
	expect(decideCover({ ...full, people: [] }, asking, holder(ben), now)).toEqual({ refused: 'cover-taken' });
	expect(decideCover(full, asking, holder(ben, { held: [held(10, 1)] }), now)).toEqual({
		refused: 'too-little-rest',
	});
});

describe('a swap', () => {
	const side = (who: PersonId, from: number, more: Partial<Holder> = {}) => {
		const one = shift(from, 4, { people: [who] });
		return { shift: one, holder: holder(who, { held: [one], ...more }) };
	};

	test('is weighed without the shift that is given away', () => {
		expect(decideSwap(side(ben, 5), side(cy, 6), now)).toEqual({ swapped: true });
	});

	test('does not say what hinders the other', () => {
		const busy = side(cy, 30);
		busy.holder.held = [...busy.holder.held, held(4, 1)];
		expect(decideSwap(side(ben, 5), busy, now)).toEqual({ refused: 'does-not-fit-them' });
	});

	test('needs both to hold what they give, before it begins, and the duty for what they get', () => {
		const host = side(ben, 5, { duties: ['host'] });
		expect(decideSwap(host, side(cy, 30), now)).toEqual({ refused: 'not-asked-to-hold' });
		expect(decideSwap(side(ben, -1), side(cy, 30), now)).toEqual({ refused: 'already-begun' });
		const gone = side(cy, 30);
		expect(decideSwap(side(ben, 5), { ...gone, shift: { ...gone.shift, people: [] } }, now)).toEqual({
			refused: 'not-on-it',
		});
	});

	test('leaves both within their limits, whatever they held before', () => {
		const many = fc.array(anyShift, { maxLength: 12 });
		const some = (person: PersonId, all: { from: number; lasting: number; night: boolean }[]) => {
			const mine: OpenShift[] = [];
			for (const { from, lasting, night } of all) {
				const one = shift(from, lasting, { night });
				if (!('refused' in decideSignUp(one, holder(person, { held: mine }), now)))
					mine.push({ ...one, people: [person] });
			}
			return mine;
		};
		fc.assert(
			fc.property(many, many, (his, hers) => {
				const [bens, cys] = [some(ben, his), some(cy, hers)];
				const [given, got] = [bens[0], cys[0]];
				if (!given || !got) return;
				const swapped = decideSwap(
					{ shift: given, holder: holder(ben, { held: bens }) },
					{ shift: got, holder: holder(cy, { held: cys }) },
					now,
				);
				if ('refused' in swapped) return;
				for (const [who, gets, keeps] of [
					[ben, got, bens.slice(1)],
					[cy, given, cys.slice(1)],
				] as const)
					expect(decideSignUp({ ...gets, people: [] }, holder(who, { held: keeps }), now)).toEqual({
						signedUp: true,
					});
			}),
		);
	});
});

test('a week is counted from Monday on one’s own clock, also over a change of the clocks', () => {
	const sunday = new Date('2027-03-28T20:00:00Z');
	const late = { ...shift(0, 1), startsAt: sunday, endsAt: after(sunday, hours(10)) };
	const nextWeek = {
		...shift(0, 1),
		startsAt: after(sunday, days(5)),
		endsAt: after(sunday, days(5) + hours(10)),
	};
	const me = holder(ben, { zone: 'Europe/Paris', held: [late] });
	expect(decideSignUp(nextWeek, me, sunday)).toEqual({ signedUp: true });
	expect(decideSignUp(nextWeek, { ...me, zone: 'Pacific/Auckland' }, sunday)).toEqual({
		refused: 'too-many-hours',
	});
});
