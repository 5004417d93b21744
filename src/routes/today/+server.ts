import { redirect } from '@sveltejs/kit';
import { dropCookie } from '#web/cookies.ts';
import type { RequestHandler } from './$types.js';

/**
 * Something ordinary: a month’s calendar, in the browser’s language, with no word of where it comes from. Pressing
 * today’s date is the way back for somebody who left and is alone again.
 */
export const GET: RequestHandler = ({ cookies, locals, url }) => {
	if (url.searchParams.has('day')) {
		dropCookie(cookies, url, 'left');
		redirect(303, '/');
	}
	const { locale, now, zone } = locals;
	const told = (form: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(locale, { timeZone: zone, ...form }).format(now);
	const today = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone).toPlainDate();
	const first = today.with({ day: 1 });
	const cells = Array.from({ length: 42 }, (_, index) => first.add({ days: index - (first.dayOfWeek - 1) }));
	const weeks = Array.from({ length: 6 }, (_, week) => cells.slice(week * 7, week * 7 + 7)).filter((week) =>
		week.some((day) => day.month === today.month),
	);
	const cell = (day: Temporal.PlainDate) =>
		day.month !== today.month
			? '<td></td>'
			: day.equals(today)
				? `<td><a href="?day=${day.day}"><b>${day.day}</b></a></td>`
				: `<td>${day.day}</td>`;
	const rows = weeks.map((week) => `<tr>${week.map(cell).join('')}</tr>`).join('');

	return new Response(
		`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Calendar</title></head><body><h1>${told({ month: 'long', year: 'numeric' })}</h1><table cellpadding="8">${rows}</table><p>${told({ dateStyle: 'full' })}</p></body></html>`,
		{ headers: { 'content-type': 'text/html; charset=utf-8' } },
	);
};
