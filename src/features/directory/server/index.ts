import type { AnyJob } from '#platform/job.ts';
import { countWords } from './count-words.ts';
import { fillTables } from './fill-tables.ts';
import { keepFindable } from './keep-findable.ts';
import './tables.ts';

export * from '../events.ts';
export { followPlaces } from './follow-places.ts';
export type { Listable } from './listable.ts';
export { importMeetings } from './import-meetings.ts';
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
export { personal } from './personal.ts';
export { choicesListed, find, listingBySlug } from './queries.ts';
export { isAddress, readList } from './read-list.ts';
export { reindex } from './reindex.ts';
export { forgetSearch, keepSearch, sawSearches, searchesWithNews } from './saved-searches.ts';
export { keepSynonym, removeSynonym, synonyms } from './synonyms.ts';
export { tellImported, tellRefused } from './tell-import.ts';

export const jobs: readonly AnyJob[] = [countWords, keepFindable, fillTables];
