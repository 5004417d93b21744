import { weekdays, type Weekday } from '#platform/recurrence/calendar-days.ts';
import type { How } from '#platform/recurrence/describe.ts';
import type { Reading } from '#ui/reading.ts';
import type { Listing } from '../listing.ts';
import { sayingsOf, type TimeSaid } from '../sayings.ts';

type Reader = Pick<Reading, 'locale' | 'say'>;

/**
 * What weeks cannot say, in words, one sentence for each: “Every month: the first Monday, 7:00 PM–8:30 PM”. On the clocks
 * of the listing itself. Single days off, or on, from `since` on come last, once for all of them.
 */
export function timesTold(
	reader: Reader,
	{ times, zone }: Pick<Listing, 'times' | 'zone'>,
	since?: string,
): string[] {
	const { locale, say } = reader;
	const { times: said, off, extra } = sayingsOf(times, zone, since);
	const list = (words: readonly string[]) => new Intl.ListFormat(locale).format(words);
	return [
		...said.map((each) => told(reader, each)),
		...(off.length > 0
			? [say('directory.times.off', { dates: list(off.map((date) => dateTold(locale, date))) })]
			: []),
		...(extra.length > 0
			? [say('directory.times.extra', { dates: list(extra.map((local) => momentTold(locale, local))) })]
			: []),
	];
}

function told(reader: Reader, { how, at, until, ends }: TimeSaid): string {
	const { say, locale } = reader;
	const rhythm = rhythmTold(reader, how);
	const started =
		at === null || until === null
			? rhythm
			: say('directory.rhythm.told', {
					rhythm,
					from: clockTold(locale, at),
					until: clockTold(locale, until),
				});
	const ended =
		ends && 'on' in ends
			? say('directory.rhythm.until', { rhythm: started, day: dateTold(locale, ends.on) })
			: started;
	return ended.charAt(0).toLocaleUpperCase(locale) + ended.slice(1);
}

function rhythmTold(reader: Reader, how: How): string {
	const { say, locale } = reader;
	const list = (words: readonly string[]) => new Intl.ListFormat(locale).format(words);
	switch (how.every) {
		case 'once':
			return say('directory.rhythm.once', { dates: dateTold(locale, how.on) });
		case 'dates':
			return say('directory.rhythm.once', { dates: list(how.on.map((date) => dateTold(locale, date))) });
		case 'day':
			return say('directory.rhythm.day', { n: how.n });
		case 'week': {
			const days =
				how.weekdays.length === 7
					? say('directory.days.all')
					: list(how.weekdays.map((day) => say(`directory.days.${numberOf(day)}`)));
			return say('directory.rhythm.week', { n: how.n, days });
		}
		case 'month': {
			if ('dates' in how) {
				const days = how.dates.map((date) =>
					say('directory.rhythm.date', { date: date === -1 ? 'last' : String(date) }),
				);
				return say('directory.rhythm.month', { n: how.n, days: list(days) });
			}
			const known = 'places' in how && how.places.every(({ nth }) => (nth >= 1 && nth <= 5) || nth === -1);
			if (!known) return say('directory.rhythm.otherwise');
			const days = how.places.map(({ nth, day }) =>
				say(`directory.rhythm.place.${nth}`, { day: dayName(locale, day) }),
			);
			return say('directory.rhythm.month', { n: how.n, days: list(days) });
		}
		default:
			return say('directory.rhythm.otherwise');
	}
}

/** As lists count them: 0 is Sunday. */
const numberOf = (day: Weekday) => (weekdays.indexOf(day) + 1) % 7;

/** In the middle of a sentence, as the language writes it there. The 5th of January 1970 was a Monday. */
const dayName = (locale: string, day: Weekday) =>
	new Date(Date.UTC(1970, 0, 5 + weekdays.indexOf(day))).toLocaleDateString(locale, {
		weekday: 'long',
		timeZone: 'UTC',
	});

const dateTold = (locale: string, date: string) =>
	new Date(`${date.slice(0, 10)}T00:00Z`).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });

const momentTold = (locale: string, local: string) =>
	new Date(`${local.replace(/Z$/, '').slice(0, 16)}Z`).toLocaleString(locale, {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'UTC',
	});

const clockTold = (locale: string, time: string) =>
	new Date(Date.UTC(1970, 0, 1, Number(time.slice(0, 2)), Number(time.slice(3, 5)))).toLocaleTimeString(
		locale,
		{ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' },
	);
