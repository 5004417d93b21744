import { hideMessage as hide, showMessage as show } from '#features/conversations/server/index.ts';
import type { HidingReason } from '#features/conversations/message.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId } from '../circle.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';

interface Hiding {
	circleId: CircleId;
	place: number;
	because: HidingReason;
}

/** Hides a message from everyone but its author and the hosts. The author reads the reason. */
export async function hideMessage(tx: Tx, { circleId, ...hiding }: Hiding) {
	const ruling = may.host(await actorIn(tx, circleId));
	return ruling.refused ? ruling : hide(tx, circleId, hiding);
}

/** Shows a hidden message again: a host thought better of it. */
export async function showMessage(tx: Tx, { circleId, place }: { circleId: CircleId; place: number }) {
	const ruling = may.host(await actorIn(tx, circleId));
	return ruling.refused ? ruling : show(tx, circleId, place);
}
