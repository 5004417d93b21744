import { weekdays, type Weekday } from '#platform/recurrence/calendar-days.ts';
import { patternOf } from '#platform/recurrence/pattern.ts';
import type { Reading } from '#ui/reading.ts';

/** The names of the days, in the reader’s language. 5 January 1970 was a Monday. */
export const weekdayNames = (locale: string): Record<Weekday, string> =>
	Object.fromEntries(
		weekdays.map((day, index) => [
			day,
			new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
				new Date(Date.UTC(1970, 0, 5 + index)),
			),
		]),
	) as Record<Weekday, string>;

/** A pattern as one says it: “Every week on Monday and Friday, 19:00–21:00”. */
export function saidPattern(
	{ say, locale }: Pick<Reading, 'say' | 'locale'>,
	{ rule, at, until }: { rule: string; at: string; until: string },
): string {
	const pattern = patternOf(rule);
	const times = { at: at.slice(0, 5), until: until.slice(0, 5) };
	if (pattern?.every === 'weeks' && pattern.n === 1 && pattern.weekdays.length === 7)
		return say('rota.pattern.daily', times);
	const names = weekdayNames(locale);
	const days =
		pattern?.every === 'weeks'
			? pattern.weekdays.map((day) => names[day])
			: pattern?.every === 'month'
				? [names[pattern.weekday]]
				: [];
	return say('rota.pattern.says', {
		every: pattern?.every ?? 'once',
		n: pattern?.every === 'weeks' ? pattern.n : 1,
		nth: pattern?.every === 'month' ? String(pattern.nth) : '1',
		days: new Intl.ListFormat(locale).format(days),
		...times,
	});
}
