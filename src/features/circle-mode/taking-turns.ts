import { resonances } from '#features/conversations/message.ts';
import { holding, done, running, takingPart, thisTurn, type Rules } from './rule.ts';
import { mannerOf } from './script.ts';
import { sitterOf, stageNow, takesTurns, type Sitting } from './sitting.ts';
import { hadTurn, hand, handOn } from './turns.ts';

/** How often one person can be come back to in one stage, so that every round ends. */
export const COME_BACKS = 2;

/** Having a turn, giving it on, and being with whoever has it. */
export const takingTurns: Rules<
	'finish' | 'pass' | 'later' | 'take' | 'hear' | 'resonate' | 'raise' | 'lower' | 'sign-up' | 'withdraw'
> = {
	finish: (acting) => holding(acting) ?? done(() => hadTurn(acting.draft, acting.now)),

	pass(acting) {
		const { draft, me, now } = acting;
		const mayNot = running(acting) ?? thisTurn(acting);
		if (mayNot) return mayNot;
		const { turns } = draft;
		if (turns.holder !== me.id) {
			// Where the piece lies on the table, saying “nothing from me” is a pass as well.
			if (mannerOf[stageNow(draft).kind] !== 'table' || !takesTurns(me)) return 'not-your-turn';
			if (!turns.passed.includes(me.id)) turns.passed.push(me.id);
			return undefined;
		}
		if (!turns.lender && !turns.passed.includes(me.id)) turns.passed.push(me.id);
		if (turns.example === me.id) turns.example = null;
		handOn(draft, now);
		return undefined;
	},

	later(acting) {
		const { draft, me, now } = acting;
		const mayNot = holding(acting);
		if (mayNot) return mayNot;
		const { turns } = draft;
		if (turns.lender) return done(() => handOn(draft, now));
		if (turns.later.filter((id) => id === me.id).length >= COME_BACKS) return 'come-back-used';
		const manner = mannerOf[stageNow(draft).kind];
		const line = manner === 'list' && (turns.example === null || turns.example === me.id) ? 'list' : 'queue';
		if (manner !== 'table' && turns[line].length === 0) return 'nobody-else-left';
		turns.later.push(me.id);
		if (turns.example === me.id) turns.example = null;
		if (manner !== 'table') turns[line].push(me.id);
		handOn(draft, now);
		return undefined;
	},

	take(acting) {
		const { draft, me, now } = acting;
		const mayNot = takingPart(acting) ?? thisTurn(acting);
		if (mayNot) return mayNot;
		if (mannerOf[stageNow(draft).kind] !== 'table') return 'not-in-this-stage';
		if (draft.turns.holder) return 'piece-is-out-already';
		draft.turns.passed = draft.turns.passed.filter((id) => id !== me.id);
		return done(() => hand(draft, me.id, now));
	},

	hear(acting) {
		const { draft, action, me, now } = acting;
		const mayNot = holding(acting);
		if (mayNot) return mayNot;
		if (draft.turns.lender) return 'piece-is-out-already';
		if (!mayHear(draft)) return 'not-in-this-stage';
		const other = sitterOf(draft, action.who);
		if (!other || !takesTurns(other) || other.id === me.id) return 'nobody-there';
		if (!draft.hands.includes(other.id)) return 'hand-not-up';
		hand(draft, other.id, now);
		draft.turns.lender = me.id;
		return undefined;
	},

	resonate(acting) {
		const { draft, action, me } = acting;
		const mayNot = running(acting) ?? thisTurn(acting);
		if (mayNot) return mayNot;
		if (me.role === 'observer' || me.role === 'steward') return 'listening-today';
		if (!draft.turns.holder || draft.turns.holder === me.id) return 'not-your-turn';
		draft.turns.resonances = resonances.filter(
			(kind) => kind === action.kind || draft.turns.resonances.includes(kind),
		);
		return undefined;
	},

	raise(acting) {
		const { draft, me } = acting;
		const mayNot = takingPart(acting);
		if (mayNot) return mayNot;
		if (!draft.hands.includes(me.id) && draft.turns.holder !== me.id) draft.hands.push(me.id);
		return undefined;
	},

	lower(acting) {
		const { draft, me } = acting;
		const mayNot = running(acting);
		if (mayNot) return mayNot;
		draft.hands = draft.hands.filter((id) => id !== me.id);
		return undefined;
	},

	'sign-up'(acting) {
		const { draft, me, now } = acting;
		const mayNot = takingPart(acting);
		if (mayNot) return mayNot;
		const { turns } = draft;
		const stage = stageNow(draft);
		if (mannerOf[stage.kind] !== 'list') return 'not-in-this-stage';
		if ([turns.holder, turns.lender, turns.example, ...turns.list].includes(me.id)) return 'on-the-list';
		const givenOut = turns.list.length + turns.heard.length + (turns.holder ? 1 : 0);
		if (stage.slots > 0 && givenOut >= stage.slots) return 'list-is-full';
		turns.list.push(me.id);
		turns.passed = turns.passed.filter((id) => id !== me.id);
		if (turns.holder === null) handOn(draft, now);
		return undefined;
	},

	withdraw(acting) {
		const { draft, me } = acting;
		const mayNot = running(acting);
		if (mayNot) return mayNot;
		draft.turns.list = draft.turns.list.filter((id) => id !== me.id);
		return undefined;
	},
};

/**
 * Whether the holder may hand the piece to a raised hand and have it back: where the time is theirs, and not in a round,
 * where everybody has a turn of their own coming.
 */
export const mayHear = (sitting: Sitting): boolean =>
	mannerOf[stageNow(sitting).kind] === 'list' &&
	(sitting.turns.example === null || sitting.turns.example === sitting.turns.holder);
