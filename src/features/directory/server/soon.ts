import type { Reader } from '#platform/db.ts';
import { nextFrom } from '#platform/recurrence/occurrences.ts';
import { recurrencesOf } from '../calendar-events.ts';
import type { Filters } from '../forms.ts';
import { attendanceOf, type Listing } from '../listing.ts';
import { firstDayOf } from './exports.ts';
import { publicListings } from './public-listings.ts';
import { coming } from './search.ts';

const PAGE = 20;

/** What a page of somebody else’s shows of a listing. */
export interface Soon {
	/** Where it is shown here. */
	path: string;
	name: string;
	/** When it begins next; null where that has to be asked. */
	next: string | null;
	/** Whose clocks it keeps. */
	zone: string | null;
	days: Listing['days'];
	time: string | null;
	where: ReturnType<typeof attendanceOf>;
	place: string | null;
	address: string | null;
	online: string | null;
	by: string;
}

/** A page of what anybody may find, the next one first; those whose times have to be asked come last. */
export async function soonest(
	db: Reader,
	{ filters, body, now }: { filters: Filters; body: string | undefined; now: Date },
) {
	const asking = { viewer: null, now, zone: 'UTC', locale: 'en', body };
	const start = (filters.page - 1) * PAGE;
	// One more than is shown tells whether there is more.
	const { ids, count, more } = await coming(db, filters, asking, { limit: PAGE + 1, offset: start });
	const shown = ids.slice(0, PAGE);
	const found = new Map(
		(await publicListings(db, { ids: shown, now })).map((each) => [
			each.id,
			{ ...each, next: nextOf(each.listing, filters.day, now) },
		]),
	);
	return {
		count,
		more: more || ids.length > PAGE,
		listings: shown
			.flatMap((id) => found.get(id) ?? [])
			.map(({ path, listing, body: by, next }): Soon => ({
				path,
				name: listing.name,
				next: next === undefined ? null : new Date(next).toISOString(),
				zone: listing.zone,
				days: listing.days,
				time: listing.time,
				where: attendanceOf(listing),
				place: listing.place,
				address: listing.address,
				online: listing.onlineUrl,
				by: by.name,
			})),
	};
}

/** With a day chosen, the next on that day. */
function nextOf(listing: Listing, day: Filters['day'], now: Date): number | undefined {
	const on = day !== undefined && listing.times.length === 0 ? { ...listing, days: [day] } : listing;
	const starts = recurrencesOf(on, firstDayOf(now)).flatMap(
		(each) => nextFrom(each, now)?.start.getTime() ?? [],
	);
	return starts.length > 0 ? Math.min(...starts) : undefined;
}
