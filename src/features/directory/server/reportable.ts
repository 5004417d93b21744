import { sql } from 'kysely';
import type { Id } from '#platform/ids.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reportable } from '#platform/reportable.ts';
import { listingBySlug } from './queries.ts';

/** A meeting elsewhere, as it is listed. It is nobody’s here. */
export const listingReportable: Reportable = {
	prefix: 'listing',

	async show(db, _vault, reporter, id, now) {
		const row = await db
			.selectFrom('listing')
			.innerJoin('service_body', 'service_body.id', 'listing.service_body_id')
			.select(sql<string>`service_body.slug || '~' || listing.slug`.as('slug'))
			.where('listing.id', '=', id as Id<'listing'>)
			.executeTakeFirst();
		const viewer = (await viewerById(db, reporter)) ?? null;
		const listing = row && (await listingBySlug(db, row.slug, viewer, now));
		if (!listing) return undefined;
		const says = [listing.name, listing.notes, listing.placeNotes, listing.onlineNotes, listing.website];
		return { authorId: null, text: says.filter(Boolean).join('\n'), where: listing.name };
	},
};
