import type { Hours } from '#features/safety/lines/line.ts';
import { everyDay, type Openness } from '#features/safety/lines/open-at.ts';
import { told } from '#ui/moment.ts';
import type { Reading } from '#ui/reading.ts';

/** Nearer than this, the hour alone is clear. Milliseconds. */
const TODAY = 18 * 60 * 60_000;

/** Whether somebody answers at this moment, and until or from when, on the reader’s clock. */
export function openTold(openness: Openness, now: Date, { say, locale, zone }: Reading): string {
	const moment = (at: Date) =>
		told(at, at.getTime() - now.getTime() < TODAY ? 'time' : 'day-time', { locale, zone });
	switch (openness.is) {
		case 'always':
			return say('help.line.open.always');
		case 'open':
			return say('help.line.open.until', { moment: moment(openness.until) });
		case 'closed':
			return say('help.line.opens', { moment: moment(openness.opens) });
		case 'unknown':
			return say('help.line.hours.unknown');
	}
}

/** The hours of every week, on the line’s own clock. */
export function hoursTold(hours: Hours, { say, locale }: Pick<Reading, 'say' | 'locale'>): string {
	if (hours === 'always') return say('help.line.open.always');
	if (hours === null) return say('help.line.hours.unknown');
	const zone = placeOf(hours.zone);
	const daily = everyDay(hours);
	if (daily) return say('help.line.hours.daily', { from: daily.from, until: daily.until, zone });
	return hours.weekly
		.map(({ days, from, until }) =>
			say('help.line.hours.weekly', {
				days: days.map((day) => weekday(day, locale)).join(', '),
				from,
				until,
				zone,
			}),
		)
		.join(' · ');
}

/** `America/New_York` is known by its city. */
const placeOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** What an ISO weekday is called: the 1st of January 2024 was a Monday. */
export const weekday = (day: number, locale: string, how: 'short' | 'long' = 'short') =>
	new Intl.DateTimeFormat(locale, { weekday: how, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
