import type { Reading } from '#ui/reading.ts';
import type { Listing } from '../listing.ts';
import { days, knownOf } from '../times.ts';

type When = Pick<Listing, 'days' | 'time'>;

/** When a meeting is, week after week, on its own clocks: “Tuesdays and Fridays, 7:30 PM”. Says what has to be asked. */
export function whenTold(reader: Reading, when: When): string {
	const told = reader.say(`directory.when.${knownOf(when)}`, {
		days: daysTold(reader, when.days),
		time: when.time ? timeTold(reader.locale, when.time) : '',
	});
	return told.charAt(0).toLocaleUpperCase(reader.locale) + told.slice(1);
}

function daysTold(reader: Reading, some: Listing['days']): string {
	if (some.length === days.length) return reader.say('directory.days.all');
	return new Intl.ListFormat(reader.locale).format(some.map((day) => reader.say(`directory.days.${day}`)));
}

/** A day, with its year. */
export const dayTold = ({ locale, zone }: Pick<Reading, 'locale' | 'zone'>, at: Date): string =>
	at.toLocaleDateString(locale, { dateStyle: 'long', timeZone: zone });

/** “1 hour, 30 minutes” */
export function lengthTold(locale: string, minutes: number): string {
	const length = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
	return new Intl.DurationFormat(locale, { style: 'long' }).format(length);
}

/** A time of the clock, without a day or a zone, as the language writes it. */
function timeTold(locale: string, time: string): string {
	const clock = new Date(Date.UTC(1970, 0, 1, Number(time.slice(0, 2)), Number(time.slice(3, 5))));
	return clock.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
}
