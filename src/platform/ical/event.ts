import type { Recurrence } from '#platform/recurrence/recurrence.ts';

/** Something in a calendar. Only what is named here is written, and only this is read. */
export interface CalendarEvent {
	/** Unique, and the same for as long as it is the same event. */
	uid: string;
	/** Grows with every change. */
	sequence: number;
	/** When it last changed. */
	stamp: Date;
	when: Recurrence;
	status: 'confirmed' | 'tentative' | 'cancelled';
	summary: string;
	description: string;
	location: string;
	/** An address, or nothing. */
	url: string;
	categories: readonly string[];
	/** Calendars that are shared show others only that the time is taken. */
	private: boolean;
}

/** What whoever reads a calendar is to do (RFC 5546): look at it, take part, or strike it out. */
export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL';
