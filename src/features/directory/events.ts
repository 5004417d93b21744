import type { Id } from '#platform/ids.ts';
import { fact } from '#platform/event.ts';

export type FeedId = Id<'feed'>;
export type ServiceBodyId = Id<'service-body'>;
export type ImportId = Id<'import'>;
export type ListingId = Id<'listing'>;
export type SynonymId = Id<'synonym'>;
export type SavedSearchId = Id<'saved-search'>;

/** A list of meetings elsewhere is not what it was. One that brought nothing new is no fact. */
export const listChanged = fact<{ feedId: FeedId; added: number; changed: number; gone: number }>(
	'directory.list-changed',
	({ feedId }) => `feed:${feedId}`,
);

/** Bringing in a list was taken back. `left` counts the listings that were edited since, and stay. */
export const importUndone = fact<{ importId: ImportId; slug: string; left: number }>(
	'directory.import-undone',
	({ importId }) => `import:${importId}`,
);
