import { asMeetingGuide } from '#features/directory/server/index.ts';
import { exporting } from '../listings/exporting.ts';
import type { RequestHandler } from './$types.js';

/** Everything anybody may find, in the Meeting Guide format; with a query, what `/meetings` finds for it. */
export const GET: RequestHandler = (event) =>
	exporting(event, asMeetingGuide, { type: 'application/json', file: 'listings.json' });
