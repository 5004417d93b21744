import { asTable } from '#features/directory/server/index.ts';
import { exporting } from '../listings/exporting.ts';
import type { RequestHandler } from './$types.js';

/** The same as `/listings.json`, as a table for spreadsheets. */
export const GET: RequestHandler = (event) =>
	exporting(event, asTable, { type: 'text/csv; charset=utf-8', file: 'listings.csv' });
