import { expect, test } from 'vitest';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import { attendanceOf } from './listing.ts';
import { knownOf, nextMeeting } from './times.ts';
import { typeCodeOf, typeCodes } from './types.ts';

const sundayEvening = new Date('2026-11-22T18:00:00Z');
const when = { days: [2, 0] as const, time: '19:00', minutes: null, zone: 'America/Los_Angeles' };

test('the next time is the first of its days, by the clocks of its place', () => {
	expect(nextMeeting(when, sundayEvening)).toEqual(new Date('2026-11-23T03:00:00Z'));
	expect(nextMeeting({ ...when, days: [2] }, sundayEvening)).toEqual(new Date('2026-11-25T03:00:00Z'));
});

test('without a day, a time or a zone nobody can say when it is next', () => {
	expect(nextMeeting({ ...when, days: [] }, sundayEvening)).toBeUndefined();
	expect(nextMeeting({ ...when, time: null }, sundayEvening)).toBeUndefined();
	expect(nextMeeting({ ...when, zone: null }, sundayEvening)).toBeUndefined();
	expect(
		[when, { ...when, time: null }, { ...when, days: [] }, { days: [], time: null }].map(knownOf),
	).toEqual(['day-and-time', 'day', 'time', 'nothing']);
});

test('one can go there, call in, both, or has to ask', () => {
	const nowhere = { inPerson: false, onlineUrl: null, phone: null };

	expect(attendanceOf({ ...nowhere, inPerson: true })).toBe('in-person');
	expect(attendanceOf({ ...nowhere, phone: '555' })).toBe('online');
	expect(attendanceOf({ inPerson: true, onlineUrl: 'https://a.example', phone: null })).toBe('both');
	expect(attendanceOf(nowhere)).toBe('to-be-asked');
});

test('every kind of meeting has a name in every language', () => {
	for (const messages of [en, es] as Record<string, string>[])
		for (const code of typeCodes) expect(messages[`directory.type.${code}`], code).toBeTruthy();
	expect(typeCodes.map((code) => typeCodeOf(` ${code.toLowerCase()} `))).toEqual([...typeCodes]);
});
