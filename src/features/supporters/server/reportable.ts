import { viewerById } from '#features/people/server/index.ts';
import type { Reportable } from '#platform/reportable.ts';
import type { SupporterId } from '../supporter.ts';
import { supporterFor } from './queries.ts';

/** What somebody tells about themselves as a supporter, as far as whoever reports it is shown it. */
export const supporterReportable: Reportable = {
	prefix: 'supporter',

	async show(db, vault, reporter, id) {
		const viewer = (await viewerById(db, reporter)) ?? null;
		const found = await supporterFor(db, vault, viewer, id as SupporterId);
		return found && { authorId: found.personId, text: found.shows.greeting, where: found.nickname };
	},
};
