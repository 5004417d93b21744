import { isBetween } from '#features/blocks/server/index.ts';
import { obstaclesBetween } from '#features/matching/feasible.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { SupporterId } from '#features/supporters/supporter.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { AskId } from '../ask.ts';
import { may } from '../policy.ts';
import { offer, seekingNow, seekingStill } from './cards.ts';
import { takesOneMore } from './loads.ts';
import { candidatesNow, membersNow } from './neighbourhood.ts';

/** A coordinator puts an ask to a supporter whom nothing keeps apart from it. The rules and limits are those of the matching. */
export async function putTo(tx: Tx, { askId, supporterId }: { askId: AskId; supporterId: SupporterId }) {
	const ruling = may.lookAfter({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	const [seeking] = await seekingNow(tx, [askId]);
	if (!seeking || (await isBetween(tx.db, tx.actor, seeking.personId))) return refuse('not-waiting');
	const candidates = await candidatesNow(tx.db, tx.vault, tx.now);
	const [member] = await membersNow(tx.db, tx.vault, [seeking], candidates, tx.now);
	const supporter = candidates.find((candidate) => candidate.supporterId === supporterId);
	if (!member || !supporter || obstaclesBetween(member, supporter).length > 0) return refuse('cannot-be-put');
	const takes = await takesOneMore(tx, supporter.id);
	if ('refused' in takes) return takes;
	const [still] = await seekingStill(tx, [askId]);
	if (!still) return refuse('not-waiting');
	await offer(tx, askId, supporter.id);
	return { askId };
}
