/*
 * Days are whole numbers since 1970-01-01, months since the year 0, and wall-clock moments are milliseconds “as if that
 * wall were in UTC”: telling when thousands of meetings come next is then a few additions for each.
 */

/** A day of the week, by its letters in RFC 5545. */
export type Weekday = (typeof weekdays)[number];

/** The week as ISO 8601 and RFC 5545 count it: Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export const SECOND = 1_000;
export const DAY = 86_400_000;

/** Nothing is told before the first or from the last of these on: years no calendar of ours can mean. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/** The first day that is no longer told. */
export const END_OF_DAYS = Date.UTC(LAST_YEAR + 1, 0) / DAY;

/** The day of a date, `2026-05-03`. */
export const dayOf = (date: string): number =>
	Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;

/** The wall-clock moment of a local date-time, `2026-05-03T19:00` or `2026-05-03T19:00:30`. */
export const wallOf = (local: string): number =>
	dayOf(local) * DAY +
	(Number(local.slice(11, 13)) * 3_600 + Number(local.slice(14, 16)) * 60 + Number(local.slice(17, 19))) *
		SECOND;

/** A wall-clock moment as a local date-time; seconds are written only where there are any. */
export const localText = (wall: number): string => {
	const text = new Date(wall).toISOString();
	return text.slice(17, 19) === '00' ? text.slice(0, 16) : text.slice(0, 19);
};

export const dateText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** 0 is Monday; 1970 began on a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();

export const monthOf = (day: number): number => {
	const date = new Date(day * DAY);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

export const monthStart = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12) / DAY;

/** The day of the month, from 1. */
export const dateInMonth = (day: number): number => new Date(day * DAY).getUTCDate();

/** Whether a text is a date that is in the calendar, in a year that is told. */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const year = Number(text.slice(0, 4));
	if (year < FIRST_YEAR || year > LAST_YEAR) return false;
	const day = dayOf(text);
	return !Number.isNaN(day) && dateText(day) === text;
}

/** Whether a text is a local date-time, with or without seconds. */
export const isLocal = (text: string): boolean =>
	isDate(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text.slice(10));
