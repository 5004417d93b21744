import { error, type RequestEvent } from '@sveltejs/kit';
import type { PairingId } from '#features/pairings/pairing.ts';
import { may } from '#features/wishes/policy.ts';
import { standingFor, viewWishes } from '#features/wishes/server/index.ts';
import { sayNo } from '#web/form.ts';
import { pairingAt } from '../pairing.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** For the supporter of the two. For the other it is not there: their own are among what is theirs. */
async function lookingAt(event: Pick<RequestEvent, 'locals'> & { params: { pairing: string } }) {
	const { pairing, standing, viewer } = await pairingAt(event);
	const ownerId = standing.pairing?.memberId;
	if (!ownerId || ownerId === viewer.id) error(404);
	const ground = { kind: 'talk', pairingId: pairing.id as PairingId } as const;
	return { pairing, viewer, ownerId, ground };
}

export const load: PageServerLoad = async (event) => {
	const { pairing, ...looking } = await lookingAt(event);
	const { db, now } = event.locals;
	return { pairing, looking: may.look(await standingFor(db, looking, now)) };
};

export const actions: Actions = {
	async default(event) {
		const { viewer, ownerId, ground } = await lookingAt(event);
		const looked = await event.locals.transact((tx) => viewWishes(tx, { viewer, ownerId, ground }));
		return 'refused' in looked && looked.refused ? sayNo({ refused: looked.refused }) : { looked };
	},
};
