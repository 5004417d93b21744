import { expect, test } from 'vitest';
import { bendsIn, bent, blankFit, needsSharedHour, weeklyOf, type Fit } from './fit.ts';
import { FitForm } from './forms.ts';

const read = (form: Record<string, unknown>) => FitForm.parse({ languages: 'en', ...form });

test('what has to be may bend, one by one, until nothing does', () => {
	let fit: Fit = read({
		...{ atHome: 'yes', lived1: 'pain', livedMust: 'yes', gender: 'woman', genderMust: 'yes' },
		...{ age: '30–39', times: ['2-evening', '7-night'] },
	});
	expect(bendsIn(fit)).toEqual(['lived', 'gender', 'fluency', 'time']);
	for (const bend of bendsIn(fit)) fit = bent(fit, bend);
	expect(bendsIn(fit)).toEqual([]);
	expect(fit.lived).toEqual(['pain']);
	expect(fit.wishes.map(({ about, strength }) => [about, strength])).toEqual([
		['gender', 'nice'],
		['age', 'nice'],
	]);
});

test('an experience named twice counts once, and nothing that nobody knows counts', () => {
	expect(read({ lived1: 'pain', lived2: 'pain', lived3: 'no-such-thing' }).lived).toEqual(['pain']);
});

test('only a language has to be told', () => {
	expect(FitForm.safeParse({}).success).toBe(false);
	expect(read({})).toEqual({ ...blankFit, languages: ['en'] });
	expect(read({ enoughLanguages: ['en', 'fr'] })).toMatchObject({ enoughLanguages: ['fr'] });
});

test('whoever ticks no time writes at any hour; an evening ends at midnight', () => {
	expect(needsSharedHour(read({}))).toBe(false);
	expect(needsSharedHour(read({ times: '2-evening' }))).toBe(true);
	expect(needsSharedHour(read({ times: '2-evening', anyHour: 'yes' }))).toBe(false);
	expect(weeklyOf(read({ times: '2-evening' }))).toEqual([{ weekday: 2, from: '18:00', until: '00:00' }]);
});
