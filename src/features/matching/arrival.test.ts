import { describe, expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { asks, supports } from '#test/matching.ts';
import { suggestionsOver } from './arrival.ts';
import { matchBatch } from './batch.ts';
import { carryingNow, rosterOf } from './roster.ts';
import { whyNot } from './why-not.ts';

const alike = () => 1;
const [ben, cy, dee, eve] = ['ben', 'cy', 'dee', 'eve'] as [PersonId, PersonId, PersonId, PersonId];
const free = { rarity: alike, prices: new Map<PersonId, number>() };
const grieving = asks({ lived: ['grief', 'debt'] });

const four = rosterOf([
	supports({ id: eve, lived: ['grief', 'debt'] }),
	supports({ id: ben }),
	supports({ id: cy, lived: ['grief'] }),
	supports({ id: dee, lived: ['debt'], room: 0 }),
]);

describe('somebody who has just asked', () => {
	test('is suggested up to three, who fit best first and have room, with reasons', () => {
		const suggested = suggestionsOver(four, free)(grieving);
		expect(suggested.map(({ supporter }) => supporter)).toEqual([eve, cy, ben]);
		expect(suggested[0]!.reasons).toEqual(['experience', 'time']);
	});

	test('is suggested whoever comes next where the best is worth more to others', () => {
		const prices = new Map([[eve, 10_000]]);
		const suggested = suggestionsOver(four, { ...free, prices })(grieving);
		expect(suggested.map(({ supporter }) => supporter)).toEqual([cy, ben]);
	});

	test('is not suggested a supporter who was taken in between', () => {
		const now = carryingNow(four, [supports({ id: eve, lived: ['grief', 'debt'], pairings: 2, room: 0 })]);
		expect(suggestionsOver(now, free)(grieving)[0]!.supporter).toBe(cy);
		// The roster from before is as it was.
		expect(suggestionsOver(four, free)(grieving)[0]!.supporter).toBe(eve);
	});
});

test('the only one who speaks a language is kept for whoever speaks no other', () => {
	const both = [
		{ language: 'en', fluency: 3 as const },
		{ language: 'so', fluency: 3 as const },
	];
	const others = Array.from({ length: 8 }, (_, at) =>
		supports({ id: `s${at}` as PersonId, room: 1, cap: 1 }),
	);
	const somali = supports({ id: ben, languages: both, room: 1, cap: 1, lived: ['grief'] });
	const english = asks({ id: 'ana' as PersonId, lived: ['grief'], hoursWaited: 10 });
	const onlySomali = asks({ id: 'zed' as PersonId, languages: [{ language: 'so', fluency: 3 }] });
	const { matches } = matchBatch([english, onlySomali], rosterOf([...others, somali]), { rarity: alike });
	expect(matches.find(({ member }) => member === onlySomali.id)?.supporter).toBe(ben);
	expect(matches).toHaveLength(2);
});

describe('why somebody was not paired with a supporter', () => {
	test('is all that stands between them', () => {
		const young = asks({ ageBand: '16-25', topics: ['debt'] });
		const roster = rosterOf([supports({ id: ben, declines: ['debt'] })]);
		expect(whyNot(young, ben, roster, { rarity: alike })).toEqual({
			because: 'obstacles',
			obstacles: ['other-age-band', 'topic-not-taken'],
		});
	});

	test('is who fits better, where they could be', () => {
		expect(whyNot(grieving, ben, four, { rarity: alike })).toMatchObject({
			because: 'others-fit-better',
			better: 2,
		});
	});

	test('is that others need the place more, where its price says so', () => {
		const prices = Float64Array.from(four.supporters, ({ id }) => (id === eve ? 10_000 : 0));
		expect(whyNot(grieving, eve, four, { rarity: alike, prices })).toMatchObject({ because: 'needed-more' });
	});

	test('is nothing, where the next run may well do it', () => {
		expect(whyNot(grieving, eve, four, { rarity: alike })).toMatchObject({ because: 'nothing' });
	});

	test('is not said of somebody who is not there', () => {
		expect(whyNot(grieving, 'nobody' as PersonId, four, { rarity: alike })).toBeUndefined();
	});
});
