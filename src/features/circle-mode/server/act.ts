import type { CircleId } from '#features/circles/circle.ts';
import { aliasesApart } from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { Action } from '../action.ts';
import { meantFor } from '../apart.ts';
import { decide } from '../decide.ts';
import { may } from '../policy.ts';
import { holdMeeting, keep, standingOfActor, whoIs } from './going-on.ts';
import { keepSettings } from './plan.ts';

/** Whatever somebody does at a meeting but come to it. What it leads to is decided in `decide.ts`, action by action. */
export async function act(
	tx: Tx,
	{ circleId, action }: { circleId: CircleId; action: Exclude<Action, { do: 'knock' }> },
) {
	const going = await holdMeeting(tx, circleId);
	if (!going) return refuse('no-meeting');
	const standing = await standingOfActor(tx, circleId, going);
	const ruling = may.look(standing);
	if (ruling.refused) return ruling;
	const who = await whoIs(tx.db, circleId, standing);
	if (!who) return refuse('not-here');
	const whom = meantFor(action);
	if (whom && (await aliasesApart(tx.db, circleId, tx.actor)).has(whom)) return refuse('nobody-there');

	const decided = decide(going.state, action, who, tx.now);
	if (action.do === 'settings' && !('refused' in decided)) await keepSettings(tx, circleId, action.settings);
	return keep(tx, going, decided);
}
