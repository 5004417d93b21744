import type { Line } from '#features/safety/lines/line.ts';
import { after, dayOf, days } from '#platform/time.ts';

/** What an organisation can say of a line: everything but its name in the files, and when it was looked up. */
export type Details = Omit<Line, 'id' | 'checked_on' | 'expires_on'>;

/** A line as those see it who keep the list. */
export interface KeptLine extends Line {
	country: string;
	hidden: boolean;
	/** Whether this organisation says something of it, or it is as it comes. */
	own: boolean;
	/** The nickname of whoever looked it up; null when nobody did, or they have gone. */
	checkedBy: string | null;
}

/** What was looked up holds for so long. */
const HOLDS_FOR = days(180);

/** Looked up today. */
export const lookedUp = (now: Date) => ({
	checked_on: dayOf(now),
	expires_on: dayOf(after(now, HOLDS_FOR)),
});

/** A line as it is worth writing down. */
export const detailsOf = ({ id: _id, checked_on: _on, expires_on: _until, ...details }: Line): Details =>
	details;
