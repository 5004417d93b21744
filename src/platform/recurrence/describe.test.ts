import { expect, test } from 'vitest';
import { describe } from './describe.ts';
import { readRule } from './read-rule.ts';
import { justOnce, lastingMinutes } from './recurrence.ts';

const said = (text: string | null, start = '2026-05-05T19:00') => {
	const rule = text === null ? null : readRule(text);
	if (rule && 'refused' in rule) throw new Error(rule.about);
	return describe({ ...justOnce('America/New_York', start, lastingMinutes(60)), rule });
};

test.each([
	[null, { every: 'once', on: '2026-05-05' }],
	['FREQ=DAILY', { every: 'day', n: 1 }],
	['FREQ=DAILY;BYDAY=MO', { every: 'week', n: 1, weekdays: ['MO'] }],
	['FREQ=WEEKLY', { every: 'week', n: 1, weekdays: ['TU'] }],
	['FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO', { every: 'week', n: 2, weekdays: ['MO', 'FR'] }],
	['FREQ=MONTHLY', { every: 'month', n: 1, dates: [5], else: 'omit' }],
	['FREQ=MONTHLY;BYMONTHDAY=-1,15,1', { every: 'month', n: 1, dates: [1, 15, -1], else: 'omit' }],
	[
		'FREQ=MONTHLY;BYDAY=-1FR,1MO',
		{
			every: 'month',
			n: 1,
			places: [
				{ nth: 1, day: 'MO' },
				{ nth: -1, day: 'FR' },
			],
		},
	],
	['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', { every: 'month', n: 1, places: [{ nth: 2, day: 'TU' }] }],
	['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', { every: 'month', n: 1, workdays: [-1] }],
	['FREQ=YEARLY', { every: 'year', n: 1, month: 5, date: 5 }],
	['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', { every: 'year', n: 1, month: 11, place: { nth: 4, day: 'TH' } }],
	['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', { every: 'otherwise' }],
	['FREQ=YEARLY;BYDAY=20MO', { every: 'otherwise' }],
	['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1', { every: 'otherwise' }],
])('%s', (text, how) => {
	expect(said(text)).toMatchObject({ how, at: '19:00' });
});

test('months it is limited to, and its end, are told beside it, the end by the calendar of the place', () => {
	expect(said('FREQ=WEEKLY;BYMONTH=7,6;UNTIL=20260804T020000Z')).toMatchObject({
		months: [6, 7],
		ends: { on: '2026-08-03' },
	});
	expect(said('FREQ=WEEKLY;COUNT=6').ends).toEqual({ times: 6 });
});
