import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf, type Appointment } from './calendar.ts';

const evening: Appointment = {
	uid: '6f2d',
	sequence: 2,
	stamp: new Date('2026-11-22T18:00:00.123Z'),
	startsAt: new Date('2026-11-24T19:00:00Z'),
	endsAt: new Date('2026-11-24T21:00:00Z'),
	cancelled: false,
};

test('an appointment says when, and nothing else', () => {
	expect(
		calendarOf('Appointment', [evening, { ...evening, uid: '77', cancelled: true }]).split('\r\n'),
	).toEqual([
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Calendar//Calendar//EN',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		'BEGIN:VEVENT',
		'UID:6f2d',
		'DTSTAMP:20261122T180000Z',
		'DTSTART:20261124T190000Z',
		'DTEND:20261124T210000Z',
		'SEQUENCE:2',
		'STATUS:CONFIRMED',
		'SUMMARY:Appointment',
		'CLASS:PRIVATE',
		'END:VEVENT',
		'BEGIN:VEVENT',
		'UID:77',
		'DTSTAMP:20261122T180000Z',
		'DTSTART:20261124T190000Z',
		'DTEND:20261124T210000Z',
		'SEQUENCE:2',
		'STATUS:CANCELLED',
		'SUMMARY:Appointment',
		'CLASS:PRIVATE',
		'END:VEVENT',
		'END:VCALENDAR',
		'',
	]);
});

test('whatever the title, no line is longer than 75 octets, no character is broken, and unfolding gives it back', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
			const text = calendarOf(title, [evening]);
			for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			expect(text).not.toContain('\ufffd');
			const summary = /\r\nSUMMARY:(.*)\r\n/.exec(text.replaceAll('\r\n ', ''))![1]!;
			const read = summary.replace(/\\([\\;,n])/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign));
			expect(read).toBe(title.replace(/\r\n?/g, '\n'));
		}),
	);
});
