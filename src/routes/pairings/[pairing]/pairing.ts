import { error } from '@sveltejs/kit';
import { aliasIn } from '#features/conversations/server/index.ts';
import { may } from '#features/pairings/policy.ts';
import { pairingById, standingIn } from '#features/pairings/server/index.ts';

interface Asked {
	locals: App.Locals;
	params: { pairing: string };
}

/** The pairing of this address. To anybody but the two it is not there. */
export async function pairingAt({ locals: { db, viewer, now }, params }: Asked) {
	if (!viewer) error(404);
	const pairing = (await pairingById(db, params.pairing, viewer.id, now)) ?? error(404);
	const standing = await standingIn(db, pairing.id, viewer);
	if (may.read(standing).refused) error(404);
	return { pairing, standing, viewer, me: await aliasIn(db, pairing.id, viewer.id) };
}
