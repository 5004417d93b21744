import { expect, test } from 'vitest';
import { asks, supports } from '#test/matching.ts';
import { burden, standing, thrift, weight } from './weight.ts';

test('the weight is the sum that is written down', () => {
	const member = asks({ hoursWaited: 20 });
	const supporter = supports({ pairings: 1, cap: 4 });
	// 200 + 1000·0.5 + 20·20 + 400 + 500·(1 − 5/25) − 80·¼ − 220·2/4
	const written = 200 + 500 + 400 + 400 + 400 - 20 - 110;
	expect(weight(0.5, standing(member, 5), burden(supporter) + thrift(supporter))).toBe(written);
});

test('eighteen hours are not yet a long wait', () => {
	expect(standing(asks({ hoursWaited: 18 }), 25)).toBe(560);
});

test('whoever has many options is not put before others for it', () => {
	expect(standing(asks(), 25)).toBe(standing(asks(), 400));
	expect(standing(asks(), 1)).toBeGreaterThan(standing(asks(), 2));
});

test('a pairing that can be is always worth more than none', () => {
	expect(weight(0, -500, 500)).toBe(1);
});
