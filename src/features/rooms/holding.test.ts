import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Viewer } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes } from '#platform/time.ts';
import {
	ASK_AFTER,
	changesNext,
	decideHandOver,
	decideHolding,
	decideToHold,
	doorOf,
	GRACE,
	isAsked,
	lapsesAt,
	WARNING,
	type Coming,
	type Hold,
} from './holding.ts';
import { crowdOf, stillToWait } from './room.ts';

const evening = new Date('2026-11-22T19:00:00Z');
const at = (minute: number) => after(evening, minutes(minute));
const [ana, ben] = ['ana', 'ben'] as [PersonId, PersonId];
const open = { state: 'open' } as const;

/** Somebody who came at a minute, said so last at another, and is on shift until a third. */
const holds = (personId: PersonId, since: number, confirmed: number, until: number): Hold => ({
	personId,
	since: at(since),
	confirmedAt: at(confirmed),
	shiftEndsAt: at(until),
	until: at(until),
});

const anyHold = fc
	.tuple(fc.constantFrom(ana, ben), fc.nat(120), fc.nat(120), fc.nat(240))
	.map(([who, since, more, until]) => holds(who, since, since + more, until));
const anyHolds = fc.uniqueArray(anyHold, { maxLength: 2, selector: ({ personId }) => personId });
const anyMinute = fc.integer({ min: 0, max: 300 });

describe('a room', () => {
	test('is held exactly while somebody has said so in the last 25 minutes, and their time is not up', () => {
		fc.assert(
			fc.property(anyHolds, anyMinute, (all, minute) => {
				const now = at(minute);
				const somebody = all.some(
					({ confirmedAt, until }) => now < until && now < after(confirmedAt, ASK_AFTER + GRACE),
				);
				expect(doorOf(open, all, now).is).toBe(somebody ? 'held' : 'closed');
			}),
		);
	});

	test('does not change between one moment told beforehand and the next', () => {
		fc.assert(
			fc.property(anyHolds, anyMinute, fc.double({ min: 0, max: 1, noNaN: true }), (all, minute, part) => {
				const now = at(minute);
				const next = changesNext(all, now) ?? at(1000);
				const between = after(now, Math.floor((next.getTime() - now.getTime() - 1) * part));
				expect(doorOf(open, all, between)).toEqual(doorOf(open, all, now));
				for (const hold of all) expect(isAsked(hold, between)).toBe(isAsked(hold, now));
			}),
		);
	});

	test('never closes without everybody having been told, for as long as there was to tell them', () => {
		fc.assert(
			fc.property(anyHolds, anyMinute, (all, minute) => {
				const door = doorOf(open, all, at(minute));
				const justAfter = doorOf(open, all, at(minute + 1));
				if (door.is === 'held' && justAfter.is === 'closed') expect(door.ending).not.toBeNull();
				if (door.is === 'held' && door.ending === 'shift')
					expect(door.closesAt.getTime() - at(minute).getTime()).toBeLessThanOrEqual(WARNING);
			}),
		);
	});

	test('is closed from its moment on, and not before', () => {
		fc.assert(
			fc.property(anyHolds, anyMinute, (all, minute) => {
				const door = doorOf(open, all, at(minute));
				if (door.is === 'closed') return;
				expect(doorOf(open, all, after(door.closesAt, -1)).is).toBe('held');
				expect(doorOf(open, all, door.closesAt).is).toBe('closed');
			}),
		);
	});

	test('that rests is closed, whoever says that they are here', () => {
		expect(doorOf({ state: 'resting' }, [holds(ana, 0, 0, 60)], at(1))).toEqual({ is: 'closed' });
	});

	test('warns everybody ten minutes before the shift is over, unless somebody follows', () => {
		const anas = holds(ana, 0, 48, 60);
		expect(doorOf(open, [anas], at(49))).toMatchObject({ ending: null });
		expect(doorOf(open, [anas], at(50))).toMatchObject({ ending: 'shift', closesAt: at(60) });
		expect(doorOf(open, [anas, holds(ben, 50, 50, 120)], at(51))).toMatchObject({ ending: null });
	});

	test('tells everybody when its holder has gone quiet', () => {
		expect(doorOf(open, [holds(ana, 0, 0, 60)], at(20))).toMatchObject({ ending: 'quiet', closesAt: at(25) });
	});
});

describe('saying “I’m here”', () => {
	const viewer: Viewer = { id: ana, ageBand: 'adult', duties: ['supporter'] };
	const coming: Coming = {
		room: { state: 'open', heldBy: ['supporter'], ageBand: 'adult', shutUntil: null },
		holds: [],
		me: viewer,
		shiftEndsAt: at(60),
	};
	const refusals: [string, Partial<Coming>, string][] = [
		['off shift', { shiftEndsAt: undefined }, 'not-on-shift'],
		['after the shift', { shiftEndsAt: at(0) }, 'not-on-shift'],
		['without the duty', { me: { ...viewer, duties: ['steward'] } }, 'not-asked-to-hold'],
		['of another age band', { me: { ...viewer, ageBand: '13-17' } }, 'other-age-band'],
		['in a resting room', { room: { ...coming.room, state: 'resting' } }, 'room-resting'],
		['when a steward has shut it', { room: { ...coming.room, shutUntil: at(30) } }, 'shut-for-now'],
	];
	test.each(refusals)('is refused %s', (_when, change, refused) => {
		expect(decideToHold({ ...coming, ...change }, at(0))).toEqual({ refused });
	});

	test('holds the room until the shift is over, and said again, a little longer', () => {
		const first = decideToHold(coming, at(0));
		expect(first).toEqual({ hold: holds(ana, 0, 0, 60) });
		expect(decideToHold({ ...coming, holds: [holds(ana, 0, 0, 60)] }, at(19))).toEqual({
			hold: holds(ana, 0, 19, 60),
		});
	});

	test('never takes anybody past their shift by more than half an hour', () => {
		const what = fc.oneof(
			fc.record({ still: fc.constant('here' as const) }),
			fc.record({ stay: fc.nat(600) }),
			fc.record({ wrapUp: fc.constant(true as const) }),
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(what, fc.nat(30)), { maxLength: 12 }), (steps) => {
				let hold = holds(ana, 0, 0, 60);
				let minute = 0;
				for (const [step, more] of steps) {
					minute += more;
					const decision = decideHolding([hold], ana, step, at(minute));
					if ('hold' in decision) hold = decision.hold;
					expect(lapsesAt(hold).getTime()).toBeLessThanOrEqual(at(90).getTime());
				}
			}),
		);
	});

	test('too late is not in time: the hold has lapsed', () => {
		expect(decideHolding([holds(ana, 0, 0, 60)], ana, { still: 'here' }, at(24))).toHaveProperty('hold');
		expect(decideHolding([holds(ana, 0, 0, 60)], ana, { still: 'here' }, at(25))).toEqual({
			refused: 'hold-lapsed',
		});
	});
});

describe('handing over', () => {
	test('needs somebody who is here already', () => {
		const [anas, bens] = [holds(ana, 0, 0, 60), holds(ben, 5, 5, 120)];
		expect(decideHandOver([anas, bens], ana, ben, at(6))).toEqual({ handedOver: true });
		expect(decideHandOver([anas], ana, ben, at(6))).toEqual({ refused: 'nobody-follows' });
		expect(decideHandOver([anas], ana, ana, at(6))).toEqual({ refused: 'nobody-follows' });
	});

	test('never leaves a held room to nobody', () => {
		fc.assert(
			fc.property(anyHolds, anyMinute, (all, minute) => {
				const now = at(minute);
				const decision = decideHandOver(all, ana, ben, now);
				if ('refused' in decision) return;
				const left = all.filter(({ personId }) => personId !== ana);
				expect(doorOf(open, left, now).is).toBe('held');
			}),
		);
	});
});

test('how many are in is said as people say it', () => {
	expect([0, 1, 2, 4, 5, 11, 12, 400].map(crowdOf)).toEqual([
		'nobody',
		'one',
		'few',
		'few',
		'several',
		'several',
		'many',
		'many',
	]);
});

test('whoever has to wait in a slow room is told how long, and it is never longer than the room says', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(1200), (slowSeconds, passed) => {
			const wait = stillToWait({ slowSeconds }, evening, after(evening, passed * 1000));
			expect(wait).toBe(Math.max(0, slowSeconds - passed));
		}),
	);
});
