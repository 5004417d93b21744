import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, days } from '#platform/time.ts';
import { steps, type MeasureState, type Step } from './ladder.ts';
import { suggestStep, type Before } from './suggestion.ts';

const now = new Date('2026-11-22T18:00:00Z');
const all = [...steps];
const earlier = (step: Step, more: Partial<Before> = {}): Before => ({
	...{ step, rule: 'care', state: 'ended' as const, decidedAt: after(now, -days(30)) },
	...more,
});
const suggest = (before: Before[], tier: 1 | 2 | 3 = 1, possible: readonly Step[] = all) =>
	suggestStep({ tier, rule: 'care', possible }, before, now);

test('the first time, somebody has a word with them', () => {
	expect(suggest([])).toEqual({ step: 'word', because: 'first' });
});

test('what endangers somebody leaves everybody’s sight, also the first time', () => {
	expect(suggest([], 2)).toEqual({ step: 'hidden', because: 'danger' });
});

test('the same rule again is one step further', () => {
	expect(suggest([earlier('word'), earlier('hidden')])).toEqual({ step: 'paused', because: 'again' });
});

test('another rule is another story', () => {
	expect(suggest([earlier('paused', { rule: 'selling' })])).toEqual({
		step: 'word',
		because: 'another-rule',
	});
});

test('after a year, people begin at the bottom again', () => {
	const before = [earlier('removed', { decidedAt: after(now, -days(366)) })];
	expect(suggest(before)).toEqual({ step: 'word', because: 'first' });
});

test('a step that cannot be taken here is left out', () => {
	expect(suggest([earlier('word')], 1, ['word', 'paused', 'suspended', 'banned']).step).toBe('paused');
});

test('nobody is banned by suggestion, and what was overturned never counts', () => {
	const before = fc.record({
		step: fc.constantFrom(...steps),
		rule: fc.constantFrom('care', 'selling'),
		state: fc.constantFrom<MeasureState[]>(
			'standing',
			'ended',
			'lifted',
			'overturned',
			'dropped',
			'proposed',
		),
		decidedAt: fc.integer({ min: 0, max: 700 }).map((ago) => after(now, -days(ago))),
	});
	fc.assert(
		fc.property(fc.array(before), fc.constantFrom(1 as const, 2 as const, 3 as const), (history, tier) => {
			const suggested = suggest(history, tier);
			expect(suggested.step).not.toBe('banned');
			const counted = history.filter(({ state }) => state === 'standing' || state === 'ended');
			expect(suggest(counted, tier)).toEqual(suggested);
		}),
	);
});
