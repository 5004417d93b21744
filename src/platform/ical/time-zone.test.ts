import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { localText } from '#platform/recurrence/calendar-days.ts';
import { changesIn, offsetsBy, zones } from '#platform/recurrence/fixtures/another-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { timeZoneLines } from './time-zone.ts';

const [FROM, UNTIL] = [Date.UTC(2025, 0), Date.UTC(2031, 0)];
const HOUR = 3_600_000;

const written = (zone: string) =>
	timeZoneLines(zone, { from: new Date(FROM), until: new Date(UNTIL) }).join('\r\n');

test('through every change from 2025 to 2030, another program makes of 24 zones’ clocks what others’ data says', () => {
	const apart: string[] = [];
	let compared = 0;
	for (const zone of zones) {
		const offsetAt = offsetsBy(zone);
		const clocks = new ICAL.Timezone(new ICAL.Component(ICAL.parse(written(zone)) as unknown[]));
		const around = changesIn(zone, FROM, UNTIL).flatMap((change) => [change - 3 * HOUR, change + 3 * HOUR]);
		const months = Array.from({ length: 71 }, (_, month) => Date.UTC(2025, month, 15, 12));
		for (const instant of [...around, ...months]) {
			compared++;
			const shown = ICAL.Time.fromDateTimeString(`${localText(instant + offsetAt(instant))}:00`.slice(0, 19));
			if (clocks.utcOffset(shown) * 1_000 !== offsetAt(instant))
				apart.push(`${zone} ${new Date(instant).toISOString()}`);
		}
	}

	expect(apart).toEqual([]);
	expect(compared).toBeGreaterThan(24 * 71);
});

test('clocks that are only described are found again among those that are known', () => {
	const apart: string[] = [];
	for (const zone of zones) {
		const text = [
			'BEGIN:VCALENDAR',
			timeZoneLines(zone, { from: new Date(Date.UTC(2023, 0)), until: new Date(UNTIL) })
				.join('\r\n')
				.replace(`TZID:${zone}`, 'TZID:Here'),
			'BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Here:20260503T190000\r\nEND:VEVENT\r\nEND:VCALENDAR',
		].join('\r\n');
		const calendar = readCalendar(text, { now: new Date(FROM) });
		const found = 'events' in calendar ? calendar.events[0]?.when.zone : undefined;
		const [theirs, ours] = [offsetsBy(zone), found ? offsetsBy(found) : () => NaN];
		for (let instant = FROM; instant < UNTIL; instant += 7 * HOUR)
			if (theirs(instant) !== ours(instant)) apart.push(`${zone} as ${found}`);
	}

	expect([...new Set(apart)]).toEqual([]);
});
