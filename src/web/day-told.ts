/** A day such as `2026-11-22`, told in a language. */
export const dayTold = (locale: string) => (day: string) =>
	new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`),
	);
