import type { ListingKind } from '../listing.ts';

const ownPages: Partial<Record<ListingKind, string>> = { circle: '/circles', room: '/rooms' };

/** Where a listing has its page: a circle or room of ours has one already. */
export const addressOf = ({
	kind,
	slug,
	ownSlug,
}: {
	kind: ListingKind;
	slug: string | null;
	ownSlug: string;
}): string => `${ownPages[kind] ?? '/find'}/${encodeURIComponent(slug ?? ownSlug)}`;
