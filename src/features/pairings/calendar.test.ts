import { expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const session = {
	id: '0198c0de-0000-7000-8000-000000000001',
	startsAt: new Date('2026-11-24T18:00:00Z'),
	endsAt: new Date('2026-11-24T18:30:00Z'),
	sequence: 2,
};
const now = new Date('2026-11-22T20:00:00Z');

test('a session goes into a calendar as an appointment and nothing else, and is struck out by the same name', () => {
	const put = calendarOf('Appointment', { ...session, cancelled: false }, now);
	expect(put).toContain('METHOD:REQUEST\r\n');
	expect(put).toContain('STATUS:CONFIRMED\r\n');
	expect(put).toContain('SUMMARY:Appointment\r\n');
	expect(put).toContain('SEQUENCE:2\r\n');
	expect(put).toContain('20261124T180000Z');
	expect(put).not.toMatch(/DESCRIPTION|LOCATION|ORGANIZER|ATTENDEE|URL/);

	const struck = calendarOf('Appointment', { ...session, sequence: 3, cancelled: true }, now);
	expect(struck).toContain('METHOD:CANCEL\r\n');
	expect(struck).toContain('STATUS:CANCELLED\r\n');
	expect(struck).toContain(`UID:${session.id}\r\n`);
});
