import { sql } from 'kysely';
import { z } from 'zod';
import type { ServiceBodyId } from '#features/directory/events.ts';
import { job } from '#platform/job.ts';
import { confirmationsAsked } from '../events.ts';

/**
 * Asks those who keep listings whether they are still so: each once in the days that its body says, counted from when
 * somebody last did. What is asked stands on their desk until somebody answers; a list that is brought in answers for its
 * own. Running it twice asks nothing twice.
 */
export const askToConfirm = job(
	'keeping.ask-to-confirm',
	z.object({}),
	async (tx) => {
		const due = sql<boolean>`greatest(listing.confirmed_at, listing.asked_at, listing.changed_at)
			<= ${tx.now}::timestamptz - make_interval(days => service_body.ask_every)`;
		const asked = await tx.db
			.updateTable('listing')
			.from('service_body')
			.set({ asked_at: tx.now })
			.whereRef('service_body.id', '=', 'listing.service_body_id')
			.where('listing.feed_id', 'is', null)
			.where(due)
			.returning('listing.service_body_id as bodyId')
			.execute();
		const byBody = Map.groupBy(asked, ({ bodyId }) => bodyId as ServiceBodyId);
		for (const [bodyId, { length }] of byBody)
			await tx.announce(confirmationsAsked({ bodyId, listings: length }));
	},
	{ every: '20 4 * * *' },
);
