import { expect, test } from 'vitest';
import { hasRoom } from './ask.ts';

test('nobody is given more than they carry, neither at one time nor in one week', () => {
	const caps = { pairings: 3, newAWeek: 1 };

	expect(hasRoom({ pairings: 2, newThisWeek: 0 }, caps)).toBe(true);
	expect(hasRoom({ pairings: 3, newThisWeek: 0 }, caps)).toBe(false);
	expect(hasRoom({ pairings: 2, newThisWeek: 1 }, caps)).toBe(false);
});
