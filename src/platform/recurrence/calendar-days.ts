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
	dayIn(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));

/** The wall-clock moment of a local date-time, `2026-05-03T19:00` or `2026-05-03T19:00:30`. */
export const wallOf = (local: string): number => dayOf(local) * DAY + timeOf(local.slice(11));

/** How far a time of day is from midnight, `19:00` or `19:00:30`, in milliseconds. */
export const timeOf = (time: string): number =>
	(digits(time, 0, 2) * 3_600 + digits(time, 3, 5) * 60 + digits(time, 6, 8)) * SECOND;

/** The number written from one place to another; 0 where the text is over before. */
function digits(text: string, from: number, until: number): number {
	let number = 0;
	for (let at = from; at < until && at < text.length; at++) number = number * 10 + text.charCodeAt(at) - 48;
	return number;
}

/** A wall-clock moment as a local date-time; seconds are written only where there are any. */
export const localText = (wall: number): string => {
	const text = new Date(wall).toISOString();
	return text.slice(17, 19) === '00' ? text.slice(0, 16) : text.slice(0, 19);
};

export const dateText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** 0 is Monday; 1970 began on a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/*
 * The Gregorian calendar by whole numbers, after Howard Hinnant’s “chrono-compatible low-level date algorithms”: `Date` knows
 * it too, at several times the cost. Years begin in March, so that the day that comes and goes is the last.
 */
const YEARS = 400;
const DAYS_IN_YEARS = 146_097;
/** From 1 March of the year 0 to 1970. */
const TO_1970 = 719_468;

function dayIn(year: number, month: number, date: number): number {
	const fromMarch = month > 2 ? year : year - 1;
	const cycle = Math.floor(fromMarch / YEARS);
	const yearInCycle = fromMarch - cycle * YEARS;
	const leapDays = Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100);
	const monthDays = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
	return cycle * DAYS_IN_YEARS + yearInCycle * 365 + leapDays + monthDays + date - 1 - TO_1970;
}

/** The month, counted since the year 0, and within it the date, as month × 32 + date. */
function monthAndDate(day: number): number {
	const cycle = Math.floor((day + TO_1970) / DAYS_IN_YEARS);
	const dayInCycle = day + TO_1970 - cycle * DAYS_IN_YEARS;
	const leapDays =
		Math.floor(dayInCycle / 1_460) - Math.floor(dayInCycle / 36_524) + Math.floor(dayInCycle / 146_096);
	const yearInCycle = Math.floor((dayInCycle - leapDays) / 365);
	const dayInYear =
		dayInCycle - (365 * yearInCycle + Math.floor(yearInCycle / 4) - Math.floor(yearInCycle / 100));
	const fromMarch = Math.floor((5 * dayInYear + 2) / 153);
	const date = dayInYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
	return ((cycle * YEARS + yearInCycle) * 12 + fromMarch + 2) * 32 + date;
}

export const monthOf = (day: number): number => Math.floor(monthAndDate(day) / 32);

export const yearOf = (day: number): number => Math.floor(monthOf(day) / 12);

/** The day of the month, from 1. */
export const dateInMonth = (day: number): number => monthAndDate(day) % 32;

/** The first day of a month. */
export const monthStart = (month: number): number => dayIn(Math.floor(month / 12), (month % 12) + 1, 1);

/** Whether a text is a date that is in the calendar, in a year that is told. */
export function isDate(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const year = Number(text.slice(0, 4));
	if (year < FIRST_YEAR || year > LAST_YEAR) return false;
	return dateText(dayOf(text)) === text;
}

/** Whether a text is a local date-time, with or without seconds. */
export const isLocal = (text: string): boolean =>
	isDate(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text.slice(10));
