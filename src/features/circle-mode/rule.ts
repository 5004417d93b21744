import type { Action, CannotDo } from './action.ts';
import { joinTurns, handOn, leaveTurns } from './turns.ts';
import { guides, sharesRound, takesTurns, type Sitter, type Sitting, type Who } from './sitting.ts';

/** Somebody doing something. A rule changes the draft, or says why not and leaves it as it was. */
export interface Acting<Does extends Action = Action> {
	draft: Sitting;
	action: Does;
	who: Who;
	/** Undefined only for whoever knocks for the first time. */
	me: Sitter;
	now: Date;
}

export type Rule = (acting: Acting) => CannotDo | undefined;

/** The rules for some of what can be done. */
export type Rules<Does extends Action['do']> = {
	[One in Does]: (acting: Acting<Action & { do: One }>) => CannotDo | undefined;
};

/** What has to be so before the rule itself is asked. */
export const running: Rule = ({ draft, me }) =>
	draft.phase === 'lobby'
		? 'not-open'
		: me?.where !== 'here' && me?.where !== 'aside'
			? 'not-here'
			: draft.phase === 'paused'
				? 'paused'
				: undefined;
export const guiding: Rule = (acting) =>
	running(acting) ?? (guides(acting.draft, acting.me.id) ? undefined : 'not-the-guide');
export const holding = (acting: Acting<Action & { turn: number }>) =>
	running(acting) ??
	thisTurn(acting) ??
	(acting.draft.turns.holder === acting.me.id ? undefined : 'not-your-turn');
export const thisTurn = ({ draft, action }: Acting<Action & { turn: number }>) =>
	draft.turns.number === action.turn ? undefined : 'turn-is-over';
export const takingPart: Rule = (acting) =>
	running(acting) ?? (takesTurns(acting.me) ? undefined : 'listening-today');
export const ofThoseInside: Rule = ({ me }) =>
	me.where === 'here' || me.where === 'aside' ? undefined : 'not-here';

/** Does it, and has nothing against it. */
export function done(act: () => void): undefined {
	act();
	return undefined;
}

/** Whoever begins to listen gives up the piece and their place in the round; whoever stops is given one. */
export function changeWay(draft: Sitting, sitter: Sitter, now: Date): undefined {
	if (draft.phase === 'lobby') return undefined;
	if (takesTurns(sitter)) return done(() => joinTurns(draft, sitter.id, now));
	if (sharesRound(sitter)) return undefined;
	leaveTurns(draft, sitter.id);
	draft.hands = draft.hands.filter((id) => id !== sitter.id);
	if (draft.turns.holder !== sitter.id) return undefined;
	if (draft.turns.example === sitter.id) draft.turns.example = null;
	return done(() => handOn(draft, now));
}
