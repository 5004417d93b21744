import { expect, test } from 'vitest';
import { sayIn } from '../../../words.ts';
import { timesTold } from './times-told.ts';

const zone = 'Europe/London';
const from = (rule: string, more = '') =>
	`DTSTART;TZID=${zone}:20261105T183000\nDTEND;TZID=${zone}:20261105T200000\n${rule}${more}`;
const told = (locale: string, text: string, since?: string) =>
	timesTold({ locale, say: sayIn(locale, zone) }, { times: [text], zone }, since);

test('times that weeks cannot say are told as people say them', () => {
	expect(told('en', from('RRULE:FREQ=MONTHLY;BYDAY=1TH'))).toEqual([
		'Every month: the first Thursday, 6:30 PM–8:00 PM',
	]);
	expect(told('es', from('RRULE:FREQ=MONTHLY;BYDAY=-1TU,-1TH'))).toEqual([
		'Cada mes: el último martes y el último jueves, 18:30–20:00',
	]);
	expect(told('en', from('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'))).toEqual([
		'Every other week: Tuesdays, 6:30 PM–8:00 PM',
	]);
	expect(told('en', from('RRULE:FREQ=MONTHLY;BYMONTHDAY=1,-1'))).toEqual([
		'Every month: day 1 and the last day, 6:30 PM–8:00 PM',
	]);
	expect(told('en', from('RRULE:FREQ=DAILY;UNTIL=20261130'))).toEqual([
		'Every day, 6:30 PM–8:00 PM, until November 30, 2026',
	]);
	expect(told('en', from('').trim())).toEqual(['November 5, 2026, 6:30 PM–8:00 PM']);
});

test('a day off, and the day it is moved to, are told as long as they are to come', () => {
	const moved = from(
		'RRULE:FREQ=MONTHLY;BYDAY=1TH',
		`\nRDATE;TZID=${zone}:20261210T183000\nEXDATE;TZID=${zone}:20261203T183000`,
	);

	expect(told('en', moved, '2026-11-22').slice(1)).toEqual([
		'Not on December 3, 2026.',
		'Also on December 10, 2026 at 6:30 PM.',
	]);
	expect(told('en', moved, '2027-01-01')).toHaveLength(1);
});

test('what no sentence says is told by its dates, and what cannot be read by nothing', () => {
	expect(told('en', from('RRULE:FREQ=YEARLY'))).toEqual([
		'On certain dates; the next one is shown, 6:30 PM–8:00 PM',
	]);
	expect(told('en', 'nonsense')).toEqual([]);
});
