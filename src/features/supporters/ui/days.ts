/** What the days of the week are called, Monday first. */
export function dayNames(locale: string): string[] {
	const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
	// 2024 began on a Monday.
	return [1, 2, 3, 4, 5, 6, 7].map((day) => name.format(Date.UTC(2024, 0, day)));
}

/** A local date as it is said. */
export const dateSaid = (date: string, locale: string): string =>
	new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
		Date.parse(date),
	);
