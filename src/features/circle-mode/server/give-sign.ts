import type { CircleId } from '#features/circles/circle.ts';
import type { Tx } from '#platform/db.ts';
import { act } from './act.ts';
import { sitterOf, type Sitting, type Who } from '../sitting.ts';

const SECOND = 1000;

/** A page that was fetched again sooner than this has given its sign already. */
const OFTEN_ENOUGH = 25 * SECOND;

/**
 * Whether fetching the page is a sign to be kept: only of somebody who has come by pressing, and seldom. It is kept with
 * the meeting and goes with it; nobody is shown when it was.
 */
export function isTimeForSign(state: Sitting, who: Who | undefined, now: Date): boolean {
	if (!who || who.role === 'outsider' || state.phase === 'over') return false;
	const me = sitterOf(state, who.id);
	if (!me || me.where === 'left' || me.where === 'removed') return false;
	return me.where === 'away' || now.getTime() - me.sign > OFTEN_ENOUGH;
}

export const giveSign = (tx: Tx, circleId: CircleId) => act(tx, { circleId, action: { do: 'sign' } });
