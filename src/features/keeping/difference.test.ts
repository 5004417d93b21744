import { expect, test } from 'vitest';
import { unsaid, type Listing } from '#features/directory/listing.ts';
import { contested, differences, merged } from './difference.ts';

const tuesdays: Listing = {
	...unsaid,
	slug: 'tuesdays',
	name: 'Tuesdays',
	days: [2],
	time: '19:00',
	size: 8,
};

test('two that say the same do not differ, whenever their lists say they were changed', () => {
	expect(differences(tuesdays, { ...tuesdays, updated: new Date(0) })).toEqual([]);
	expect(differences(tuesdays, { ...tuesdays, time: '19:30', days: [2, 4] })).toEqual(['days', 'time']);
});

test('a proposal changes what it meant to, and what was changed meanwhile stays', () => {
	const to = { ...tuesdays, time: '19:30' };
	const now = { ...tuesdays, size: 12 };

	expect(merged(now, { from: tuesdays, to })).toEqual({ ...tuesdays, size: 12, time: '19:30' });
	expect(contested(now, { from: tuesdays, to })).toEqual([]);
});

test('where both changed the same, to something else, it is told', () => {
	const to = { ...tuesdays, time: '19:30', size: 9 };

	expect(contested({ ...tuesdays, time: '18:00', size: 9 }, { from: tuesdays, to })).toEqual(['time']);
});
