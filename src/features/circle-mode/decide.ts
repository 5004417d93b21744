import { refuse, type Refused } from '#platform/ruling.ts';
import type { Action, CannotDo } from './action.ts';
import { coming } from './coming.ts';
import { guidingTheRoom } from './guiding.ts';
import { arrive, settle } from './presence.ts';
import { changeWay, type Rule, type Rules } from './rule.ts';
import { sitterOf, type Sitter, type Sitting, type Who } from './sitting.ts';
import { takingTurns } from './taking-turns.ts';

const rules: Rules<Action['do']> = { ...coming, ...takingTurns, ...guidingTheRoom };

/** Decides what an action leads to. It answers for every action in every state, and leaves the state it is given alone. */
export function decide(sitting: Sitting, action: Action, who: Who, now: Date): Sitting | Refused<CannotDo> {
	if (who.role === 'outsider') return refuse('not-here');
	if (sitting.phase === 'over') return refuse('over');
	const draft = settle(sitting, now);
	const me = sitterOf(draft, who.id);
	if (!me && action.do !== 'knock') return refuse('not-here');
	if (me?.where === 'removed') return refuse('removed');
	if (me) giveSign(draft, me, who, now);
	const rule = rules[action.do] as Rule;
	const refused = rule({ draft, action, who, me: me!, now });
	return refused ? refuse(refused) : draft;
}

/** Whatever somebody does shows that they are there. */
function giveSign(draft: Sitting, me: Sitter, who: Who, now: Date) {
	me.sign = now.getTime();
	me.rank = who.rank;
	if (who.role !== 'outsider' && who.role !== me.role) {
		me.role = who.role;
		changeWay(draft, me, now);
	}
	if (me.where === 'away') arrive(draft, me, now);
}
