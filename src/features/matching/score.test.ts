import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { asks, supports } from '#test/matching.ts';
import { rarityAmong } from './rarity.ts';
import { partsOf, reasonsFor, score } from './score.ts';
import { addTime, noTime } from './week.ts';

const alike = () => 1;

test('somebody who has all that was asked for fits wholly, and somebody who has none of it does not fit', () => {
	const member = asks({
		lived: ['grief', 'debt'],
		styles: ['listen'],
		wishes: [{ about: 'gender', anyOf: ['woman', 'other'], strength: 'nice' }],
		before: ['ben' as PersonId],
	});
	const all = { lived: ['debt', 'grief'], styles: ['listen'], traits: { gender: ['other'] } };
	expect(score(member, supports(all), alike)).toBeCloseTo(1);
	const stranger = supports({ id: 'cy' as PersonId, languages: [], hours: noTime() });
	expect(score(member, stranger, alike)).toBe(0);
});

test('what does not apply does not count: whoever wishes for nothing else is scored by language and time alone', () => {
	const twoHours = supports({ hours: addTime(noTime(), 36, 40) });
	// Half of ample time, and a language both are at home in.
	expect(score(asks(), twoHours, alike)).toBeCloseTo((0.15 * 0.5 + 0.07) / 0.22);
});

test('the three experiences named first count double', () => {
	const lived = ['a', 'b', 'c', 'd'];
	expect(partsOf(asks({ lived }), supports({ lived: ['a'] }), alike).experience).toBeCloseTo(2 / 7);
	expect(partsOf(asks({ lived }), supports({ lived: ['d'] }), alike).experience).toBeCloseTo(1 / 7);
});

test('sharing what few have lived through says more than sharing what many have', () => {
	const people = [['common'], ['common'], ['common', 'rare']].map((lived) => ({ lived }));
	const rarity = rarityAmong(people);
	const member = asks({ lived: ['common', 'rare'] });
	const { experience: rare } = partsOf(member, supports({ lived: ['rare'] }), rarity);
	const { experience: common } = partsOf(member, supports({ lived: ['common'] }), rarity);
	expect(rare).toBeGreaterThan(common);
	expect(rarity('unheard of')).toBeGreaterThan(rarity('rare'));
});

test('a language counts as well as the less fluent of the two speaks it', () => {
	const getsBy = supports({ languages: [{ language: 'en', fluency: 1 }] });
	expect(partsOf(asks(), getsBy, alike).language).toBeCloseTo(1 / 3);
});

test('the reasons are the two parts that speak most for it, and none that speaks not at all', () => {
	const member = asks({ lived: ['grief'], styles: ['listen'] });
	expect(reasonsFor(member, supports({ lived: ['grief'] }), alike)).toEqual(['experience', 'time']);
	expect(reasonsFor(member, supports({ styles: ['listen'], hours: noTime() }), alike)).toEqual([
		'style',
		'language',
	]);
});
