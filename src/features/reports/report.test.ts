import { expect, test } from 'vitest';
import { isInGoodStanding, progressOf, reasons, tierOf } from './report.ts';

const now = new Date('2026-11-22T18:00:00Z');
const ana = { joinedOn: '2026-01-01', measuredLately: 0, settled: 0, kept: 0 };

test('good standing is a week here, nothing measured in a month, and not mostly reports that were kept', () => {
	const standing = [
		ana,
		{ ...ana, joinedOn: '2026-11-15' },
		{ ...ana, joinedOn: '2026-11-16' },
		{ ...ana, measuredLately: 1 },
		{ ...ana, settled: 3, kept: 3 },
		{ ...ana, settled: 4, kept: 2 },
		{ ...ana, settled: 4, kept: 3 },
	].map((who) => isInGoodStanding(who, now));

	expect(standing).toEqual([true, true, false, false, true, true, false]);
});

test('reasons are offered with the nearest danger first', () => {
	const tiers = reasons.map((reason) => tierOf[reason]);

	expect(tiers).toEqual([...tiers].sort((a, b) => b - a));
});

test('whoever reported learns how far it has come', () => {
	expect(progressOf({ state: 'open', taken: false })).toBe('waiting');
	expect(progressOf({ state: 'open', taken: true })).toBe('with-somebody');
	expect(progressOf({ state: 'kept', taken: true })).toBe('kept');
});
