import type { AnyJob } from '#platform/job.ts';
import { countWords } from './count-words.ts';
import { fillTables } from './fill-tables.ts';
import { keepFindable } from './keep-findable.ts';
import { comeIn } from './bring-in.ts';
import { forgetImports, lookAtList, lookAtLists } from './look-again.ts';
import { readAsked } from './prepare-import.ts';
import './tables.ts';

export * from '../events.ts';
export { followPlaces } from './follow-places.ts';
export type { Listable } from './listable.ts';
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
export { choicesListed, find, listingBySlug, type FoundLine } from './queries.ts';
export { bringIn, leaveOut, lookAnew } from './bring-in.ts';
export { asCalendar, asMeetingGuide, asTable, firstDayOf, type Exported } from './exports.ts';
export { importMeetings } from './import-meetings.ts';
export {
	changesIn,
	countTwins,
	importById,
	listsHere,
	recentImports,
	type ChangeTold,
} from './import-queries.ts';
export { canNameList, LONGEST_NAME, nameOfList } from './list-name.ts';
export { lookOften } from './look-again.ts';
export { askForList } from './prepare-import.ts';
export { countPublic, publicBodies, publicListings } from './public-listings.ts';
export { isAddress, readList } from './read-list.ts';
export { forgetSearch, keepSearch, sawSearches, searchesWithNews } from './saved-searches.ts';
export { keepSynonym, removeSynonym, synonyms } from './synonyms.ts';
export { tellImported, tellRefused } from './tell-import.ts';

export { listingReportable } from './reportable.ts';
export { soonest } from './soon.ts';
export { undoImport } from './undo-import.ts';

export const jobs: readonly AnyJob[] = [
	...[countWords, keepFindable, fillTables],
	...[readAsked, comeIn, lookAtLists, lookAtList, forgetImports],
];
