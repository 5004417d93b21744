import './tables.ts';

export * from '../events.ts';
export { importMeetings } from './import-meetings.ts';
export { listingBySlug, listings, typesListed } from './queries.ts';
export { isAddress, readList } from './read-list.ts';
export { tellImported, tellRefused } from './tell-import.ts';
