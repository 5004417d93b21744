/** The days of the week in a language, Sunday first: whole, and as short as calendars write them. */
export function dayNames(locale: string): { label: string; short: string }[] {
	const name = (day: number, weekday: 'long' | 'short') =>
		// The 4th of January 1970 was a Sunday.
		new Date(Date.UTC(1970, 0, 4 + day)).toLocaleDateString(locale, { weekday, timeZone: 'UTC' });
	return [0, 1, 2, 3, 4, 5, 6].map((day) => ({ label: name(day, 'long'), short: name(day, 'short') }));
}
