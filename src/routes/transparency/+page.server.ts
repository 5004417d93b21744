import { may } from '#features/ladder/policy.ts';
import { areSumsOpen, sumsOf } from '#features/ladder/server/index.ts';
import { signedIn } from '#web/signed-in.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
	const { db, viewer, now } = event.locals;
	const open = await areSumsOpen(db);
	if (may.readSums({ viewer, open }).refused) signedIn(event);
	return { quarters: await sumsOf(db, now), mayOpen: viewer?.duties.includes('coordinator') ?? false };
};
