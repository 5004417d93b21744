import { asCalendar } from '#features/directory/server/index.ts';
import { exporting } from '../listings/exporting.ts';
import type { RequestHandler } from './$types.js';

/** Everything that has a time, as a calendar to follow; with a query, what `/meetings` finds for it. */
export const GET: RequestHandler = (event) =>
	exporting(event, asCalendar, { type: 'text/calendar; charset=utf-8', file: 'listings.ics' });
