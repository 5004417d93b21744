import { z } from 'zod';
import type { Tx } from '#platform/db.ts';
import { job, type AnyJob, type Reaction } from '#platform/job.ts';
import type { Listable, SubjectId } from './listable.ts';
import { writeOwnListing } from './write-listings.ts';

/**
 * Keeps what is listed of our own circles and rooms in step with them: in the transaction in which something of them
 * changes, so that nobody finds what was closed a moment ago.
 */
export const followPlaces = (
	listables: readonly Listable[],
): { jobs: readonly AnyJob[]; reactions: readonly Reaction[] } => ({
	jobs: [fillIn(listables)],
	reactions: listables.flatMap((listable) =>
		listable.follows.map(({ factName, subject }) => ({
			factName,
			async atOnce(tx: Tx, data: Parameters<typeof subject>[1]) {
				const id = await subject(tx.db, data);
				if (id) await lookAgain(tx, listable, id);
			},
		})),
	),
});

/** Lists one of them as it is now, or not at all. */
async function lookAgain(tx: Tx, listable: Listable, id: SubjectId) {
	const listing = await listable.of(tx.db, id);
	if (listing) await writeOwnListing(tx, id, listing);
	else await tx.db.deleteFrom('listing').where('subject_id', '=', id).execute();
}

/** For what was there before anybody followed it. What is listed already is left to the facts. */
const fillIn = (listables: readonly Listable[]) =>
	job(
		'directory.fill-in-places',
		z.object({}),
		async (tx) => {
			for (const listable of listables) {
				const rows = await tx.db
					.selectFrom('listing')
					.select('subject_id')
					.where('kind', '=', listable.kind)
					.execute();
				const listed = new Set(rows.map(({ subject_id }) => subject_id!));
				const all = new Set(await listable.all(tx.db));
				for (const id of all.symmetricDifference(listed)) await lookAgain(tx, listable, id);
			}
		},
		{ every: '40 * * * *' },
	);
