import { beginContact } from '#features/attention/server/index.ts';
import { openPairingOf, pair } from '#features/pairings/server/index.ts';
import { mySupporting } from '#features/supporters/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { after, minutes as inMinutes } from '#platform/time.ts';
import { came, noticed } from '../events.ts';
import { may } from '../policy.ts';
import { isWaiting, LATE, type InAbout, type NowAskId, type Waiting } from '../waiting.ts';
import { keepPace } from './pace.ts';
import { rememberWait } from './past-waits.ts';
import { hasRoomStill } from './room.ts';
import { actorStanding, hereStill, waitingStill, waitMinutes } from './standing.ts';
import { tellTalks } from './tell.ts';

/** “I see you, with you in about so many minutes.” Said again, it says so anew. */
export async function notice(tx: Tx, { askId, minutes }: { askId: NowAskId; minutes: InAbout }) {
	const pace = await keepPace(tx, 'here');
	if (pace.refused) return pace;
	const here = await hereStill(tx);
	const waiting = await waitingStill(tx, askId);
	if (waiting?.state === 'paired') return refuse('somebody-else-came');
	const ruling = may.notice(await actorStanding(tx, { here, waiting }));
	if (ruling.refused) return ruling;
	if (!(await stillWaits(tx, waiting!))) return refuse('no-such-card');
	if (await isOnTheirWay(tx, { except: askId })) return refuse('one-at-a-time');

	await tx.db
		.updateTable('now_ask')
		.set({ noticed_by: tx.actor, with_you_at: after(tx.now, inMinutes(minutes)) })
		.where('id', '=', askId)
		.execute();
	await tx.announce(noticed({ askId }));
	await tellTalks(tx, waiting!.ageBand);
	return { askId };
}

/**
 * “I am with you now”: the two are paired. Of several at one moment one is the first; the others are told so. Whoever
 * presses twice comes to the same talk, and two who are paired already go on in theirs.
 */
export async function beWith(tx: Tx, { askId }: { askId: NowAskId }) {
	const pace = await keepPace(tx, 'here');
	if (pace.refused) return pace;
	const here = await hereStill(tx);
	const mine = await mySupporting(tx.db, tx.vault, tx.actor);
	const room = mine !== undefined && (await hasRoomStill(tx, mine));
	const waiting = await waitingStill(tx, askId);
	if (waiting?.state === 'paired')
		return here && here.pairingId === waiting.pairingId
			? { pairingId: here.pairingId! }
			: refuse('somebody-else-came');
	const ruling = may.come(await actorStanding(tx, { here, waiting }));
	if (ruling.refused) return ruling;
	if (!(await stillWaits(tx, waiting!))) return refuse('no-such-card');

	const { personId } = waiting!;
	const known = await openPairingOf(tx.db, { supporterId: tx.actor, memberId: personId });
	if (!known && !room) return refuse('has-no-room');
	const contact = await beginContact(tx, { with: personId, asked: true });
	if ('refused' in contact) return refuse('enough-for-today');
	const both = known ?? (await pair(tx, { supporterId: tx.actor, memberId: personId }));
	if ('refused' in both) return both;

	const { pairingId } = both;
	await tx.db
		.updateTable('now_ask')
		.set({ state: 'paired', ended_at: tx.now, pairing_id: pairingId })
		.where('id', '=', askId)
		.execute();
	await tx.db
		.updateTable('here_for_talks')
		.set({ pairing_id: pairingId, confirmed_at: tx.now })
		.where('person_id', '=', tx.actor)
		.execute();
	await rememberWait(tx, { ...waiting!, cameOfIt: 'answered' });
	await tx.announce(came({ askId, pairingId }));
	await tellTalks(tx, waiting!.ageBand);
	return { pairingId };
}

const stillWaits = async (tx: Tx, waiting: Waiting) => isWaiting(waiting, await waitMinutes(tx.db), tx.now);

/** Whether the actor has told somebody else that they come, and that still counts. */
async function isOnTheirWay(tx: Tx, { except }: { except: NowAskId }) {
	const other = await tx.db
		.selectFrom('now_ask')
		.select('id')
		.where('noticed_by', '=', tx.actor)
		.where('state', '=', 'waiting')
		.where('id', '!=', except)
		.where('with_you_at', '>', after(tx.now, -LATE))
		.executeTakeFirst();
	return other !== undefined;
}
