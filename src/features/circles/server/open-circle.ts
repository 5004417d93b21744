import { acceptVersion, beginConversation, beSomebody } from '#features/conversations/server/index.ts';
import { newSlug } from '#platform/ids.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { CircleDetails, CircleId } from '../circle.ts';
import { circleOpened } from '../events.ts';
import { may } from '../policy.ts';
import { keepPace } from './pace.ts';

/** Opens a circle for those of the opener’s own age band, and seats them as the first host, who has of course accepted the agreements they wrote. */
export async function openCircle(tx: Tx, details: CircleDetails) {
	const pace = await keepPace(tx, 'open');
	if (pace.refused) return pace;
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const ruling = may.open({ viewer });
	if (ruling.refused) return ruling;
	if (details.ageBand !== viewer?.ageBand) return refuse('other-age-band');

	const circleId: CircleId = tx.newId();
	const slug = newSlug();
	await beginConversation(tx, 'circle', circleId);
	await tx.db
		.insertInto('circle')
		.values({
			id: circleId,
			slug,
			...columnsOf(details),
			state: 'gathering',
			agreements_version: 1,
			piece_out: false,
			piece_with: null,
			opened_at: tx.now,
		})
		.execute();
	await beSomebody(tx, circleId);
	await acceptVersion(tx, circleId, 1);
	await tx.db
		.insertInto('seat')
		.values({
			circle_id: circleId,
			person_id: tx.actor,
			role: 'host',
			taken_at: tx.now,
			quiet_until: null,
			resting: false,
		})
		.execute();
	await tx.announce(circleOpened({ circleId }));
	return { circleId, slug };
}

/** The details as columns, and nothing else that may have come along. */
export const columnsOf = (details: CircleDetails) => ({
	name: details.name,
	about: details.about,
	topics: details.topics,
	language: details.language,
	structure: details.structure,
	venue: details.venue,
	address: details.address,
	capacity: details.capacity,
	joining: details.joining,
	observers_welcome: details.observersWelcome,
	age_band: details.ageBand,
	agreements: details.agreements,
});
