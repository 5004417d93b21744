import { expect, test } from 'vitest';
import { randomFrom } from '#test/random.ts';
import { brokenPromises } from '../../../bench/matching/promises.ts';
import { instance, shares } from '../../../bench/matching/instances.ts';
import { matchBatch, matchBatchExactly } from './batch.ts';
import { EXACT_UP_TO } from './exact.ts';
import { rarityAmong } from './rarity.ts';
import { rosterOf } from './roster.ts';

/** `script/bench matching --only promises` does the same with a million. */
const NEIGHBOURHOODS = 3000;

test('in whatever small neighbourhood, nobody is paired against a rule or past their room, and the best is found', () => {
	for (let seed = 1; seed <= NEIGHBOURHOODS; seed++)
		expect(brokenPromises(randomFrom(seed)), `with seed ${seed}`).toEqual([]);
});

test('among a thousand who ask, what is found quickly is close to the best, and says so', () => {
	const { members, supporters } = instance(1, 1000, 100);
	const terms = { rarity: rarityAmong(members), shares };
	const near = matchBatch(members, rosterOf(supporters), terms);
	const exact = matchBatchExactly(members, rosterOf(supporters), { ...terms });
	if ('refused' in exact) throw new Error(exact.refused);

	expect(exact.certificate.gap).toBe(0);
	expect(near.certificate.worth).toBeGreaterThan(0.999 * exact.certificate.worth);
	expect(near.certificate.bound).toBeGreaterThanOrEqual(near.certificate.worth);
	expect(near.certificate.gap).toBeLessThan(0.02);
});

test('with more people than it could go through, the exact way says no instead of taking hours', () => {
	const { members, supporters } = instance(1, EXACT_UP_TO, 1);
	expect(matchBatchExactly(members, rosterOf(supporters), { rarity: rarityAmong(members) })).toEqual({
		refused: 'too-many-people',
	});
});

test('with nobody who asks, or nobody who could, everybody waits and nothing is missing to the best', () => {
	const { members } = instance(1, 3, 0);
	const terms = { rarity: rarityAmong(members) };
	expect(matchBatch([], rosterOf([]), terms)).toMatchObject({ matches: [], waiting: [] });
	expect(matchBatch(members, rosterOf([]), terms)).toMatchObject({
		matches: [],
		waiting: members.map(({ id }) => id),
		certificate: { worth: 0, bound: 0, gap: 0 },
	});
});
