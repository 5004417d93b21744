import { calendarText } from '#platform/ical/write-calendar.ts';
import type { Reader } from '#platform/db.ts';
import { eventsOf } from '../calendar-events.ts';
import { writeTable } from '../csv.ts';
import { cellsOf, guideColumns, guideRowOf, type GuideRow } from '../guide-rows.ts';
import { publicListings, type Which } from './public-listings.ts';

/** What an export holds, and how many listings its format cannot say. */
export interface Exported {
	text: string;
	count: number;
	cannot: number;
}

interface How extends Which {
	/** Where this Hearten is: `https://peers.example`. */
	origin: string;
}

/** Listings as Meeting Guide JSON. */
export async function asMeetingGuide(db: Reader, how: How): Promise<Exported> {
	const { rows, cannot } = await guideRows(db, how);
	return { text: JSON.stringify(rows), count: rows.length, cannot };
}

/** The same as a table. */
export async function asTable(db: Reader, how: How): Promise<Exported> {
	const { rows, cannot } = await guideRows(db, how);
	return { text: writeTable(guideColumns, rows.map(cellsOf)), count: rows.length, cannot };
}

/** Listings as a calendar; those without a day, a time or a zone are none. */
export async function asCalendar(db: Reader, { origin: _, ...which }: How): Promise<Exported> {
	const found = await publicListings(db, which);
	const each = found.map(({ listing, slug, changed }) =>
		eventsOf(listing, { uid: nameIn(which, slug), changed, since: firstDayOf(which.now) }),
	);
	const said = each.filter((events) => events.length > 0);
	return {
		text: calendarText('PUBLISH', said.flat()),
		count: said.length,
		cannot: found.length - said.length,
	};
}

/** Weekly meetings have no first day. Told from the year’s first on, a calendar stays the same for a year. */
export const firstDayOf = (now: Date): string => `${now.getUTCFullYear()}-01-01`;

async function guideRows(db: Reader, { origin, ...which }: How) {
	const found = await publicListings(db, which);
	const told = found.map(({ listing, body, slug, path }) =>
		guideRowOf(listing, {
			slug: nameIn(which, slug),
			entity: body.name,
			entityUrl: body.website,
			feedbackUrl: `${origin}${path}`,
		}),
	);
	const rows = told.filter((row): row is GuideRow => !('cannot' in row));
	return { rows, cannot: told.length - rows.length };
}

/** Slugs are unique within a body: alone it needs no more, so what comes from one list goes back to it the same. */
const nameIn = ({ body }: Which, slug: string) =>
	body === undefined ? slug : slug.slice(slug.indexOf('~') + 1);
