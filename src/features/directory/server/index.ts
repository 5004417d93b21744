import './tables.ts';

export * from '../events.ts';
export { followPlaces } from './follow-places.ts';
export type { Listable } from './listable.ts';
export { importMeetings } from './import-meetings.ts';
export { listingBySlug, listings, typesListed } from './queries.ts';
export { columnsOf, listingOf, type Said } from './columns.ts';
export {
	bringListingBack,
	confirmListing,
	holdBodyStill,
	keptListing,
	slugsTaken,
	takeListingOff,
	versionsOf,
	type KeptListing,
} from './keep-listing.ts';
export {
	bodiesWith,
	bodyBySlug,
	changeServiceBody,
	makeServiceBody,
	type BodyDetails,
} from './service-bodies.ts';
export { writeListings } from './write-listings.ts';
export { isAddress, readList } from './read-list.ts';
export { tellImported, tellRefused } from './tell-import.ts';
