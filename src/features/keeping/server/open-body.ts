import type { ServiceBodyId } from '#features/directory/events.ts';
import { changeServiceBody, makeServiceBody, type BodyDetails } from '#features/directory/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { bodyChanged, bodyOpened } from '../events.ts';
import { may } from '../policy.ts';
import { slugFrom } from '../slug.ts';
import { keepPace } from './pace.ts';
import { actorIn } from './standing.ts';

/** A coordinator opens an organisation or region that listings can belong to. */
export async function openBody(tx: Tx, details: BodyDetails) {
	const ruling = may.open({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	const pace = await keepPace(tx, 'keep');
	if (pace.refused) return pace;

	const slug = slugFrom(details.name, 60);
	const made = await makeServiceBody(tx, { slug, ...details });
	if ('refused' in made) return made;
	await tx.announce(bodyOpened({ bodyId: made.bodyId }));
	return { ...made, slug };
}

/** Changes what is said of it. Its name in addresses stays. */
export async function changeBody(tx: Tx, { bodyId, ...details }: BodyDetails & { bodyId: ServiceBodyId }) {
	const ruling = may.appoint(await actorIn(tx, bodyId));
	if (ruling.refused) return ruling;

	await changeServiceBody(tx, bodyId, details);
	await tx.announce(bodyChanged({ bodyId }));
	return { changed: bodyId };
}
