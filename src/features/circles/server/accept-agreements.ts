import { acceptVersion } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { agreementsAccepted } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';

/** Accepts the agreements as they were shown; if they have changed meanwhile, the new ones are shown first. */
export async function acceptAgreements(
	tx: Tx,
	{ circleId, version }: { circleId: CircleId; version: number },
) {
	const standing = await actorIn(tx, circleId);
	const ruling = may.resonate(standing);
	if (ruling.refused) return ruling;
	if (standing.circle!.agreementsVersion !== version) return refuse('agreements-changed');

	await acceptVersion(tx, circleId, version);
	await tx.announce(agreementsAccepted({ circleId, version }));
	return { accepted: version };
}
