import type { AliasId } from '#features/conversations/conversation.ts';
import { resonances, type Resonance } from '#features/conversations/message.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { arrive, depart, endAside, passTheLead, settle, tell } from './presence.ts';
import { mannerOf } from './script.ts';
import {
	guides,
	newSitting,
	sharesRound,
	sitterOf,
	stageNow,
	stillToCome,
	takesTurns,
	type RemovalReason,
	type Settings,
	type Sitter,
	type Sitting,
	type Way,
	type Who,
} from './sitting.ts';
import { beginStage, hadTurn, hand, handOn, joinTurns, leaveTurns } from './turns.ts';

/** What somebody can do at a meeting. What is about a turn or a stage names it, so that a late press changes nothing. */
export type Action =
	| { do: 'knock'; way: Way; private: boolean; wishes: boolean }
	| { do: 'sign' }
	| { do: 'change-way'; way: Way }
	| { do: 'wish'; wishes: boolean }
	| { do: 'leave' }
	| { do: 'finish'; turn: number }
	| { do: 'pass'; turn: number }
	| { do: 'later'; turn: number }
	| { do: 'take'; turn: number }
	| { do: 'hear'; turn: number; who: AliasId }
	| { do: 'resonate'; turn: number; kind: Resonance }
	| { do: 'raise' }
	| { do: 'lower' }
	| { do: 'sign-up' }
	| { do: 'withdraw' }
	| { do: 'return' }
	| { do: 'call-steward' }
	| { do: 'open' }
	| { do: 'admit'; who: AliasId }
	| { do: 'admit-all' }
	| { do: 'settings'; settings: Settings }
	| { do: 'lead' }
	| { do: 'name-co-host'; who: AliasId }
	| { do: 'move-piece'; turn: number }
	| { do: 'move-on'; stage: number; anyway: boolean }
	| { do: 'step-out'; who: AliasId }
	| { do: 'remove'; who: AliasId; because: RemovalReason }
	| { do: 'close' };

export const refusals = [
	'not-here',
	'over',
	'not-open',
	'already-open',
	'paused',
	'removed',
	'observers-not-welcome',
	'not-the-guide',
	'not-a-host',
	'not-your-turn',
	'turn-is-over',
	'stage-is-over',
	'piece-is-out-already',
	'nobody-else-left',
	'come-back-used',
	'listening-today',
	'not-in-this-stage',
	'list-is-full',
	'on-the-list',
	'nobody-there',
	'hand-not-up',
	'somebody-is-out',
	'still-to-come',
	'last-stage',
	'not-yourself',
] as const;
export type CannotDo = (typeof refusals)[number];

/** How often one person can be come back to in one stage, so that every round ends. */
export const COME_BACKS = 2;

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

interface Acting<Does extends Action = Action> {
	draft: Sitting;
	action: Does;
	who: Who;
	/** Undefined only for whoever knocks for the first time. */
	me: Sitter;
	now: Date;
}

type Rule = (acting: Acting) => CannotDo | undefined;

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

/** What has to be so before the rule itself is asked. */
const running: Rule = ({ draft, me }) =>
	draft.phase === 'lobby'
		? 'not-open'
		: me?.where !== 'here' && me?.where !== 'aside'
			? 'not-here'
			: draft.phase === 'paused'
				? 'paused'
				: undefined;
const guiding: Rule = (acting) =>
	running(acting) ?? (guides(acting.draft, acting.me.id) ? undefined : 'not-the-guide');
const holding = (acting: Acting<Action & { turn: number }>) =>
	running(acting) ??
	thisTurn(acting) ??
	(acting.draft.turns.holder === acting.me.id ? undefined : 'not-your-turn');
const thisTurn = ({ draft, action }: Acting<Action & { turn: number }>) =>
	draft.turns.number === action.turn ? undefined : 'turn-is-over';
const takingPart: Rule = (acting) =>
	running(acting) ?? (takesTurns(acting.me) ? undefined : 'listening-today');

const rules: { [Does in Action['do']]: (acting: Acting<Action & { do: Does }>) => CannotDo | undefined } = {
	knock({ draft, action, who, me, now }) {
		const comes = who.role === 'outsider' ? 'observer' : who.role;
		const guest = comes === 'observer' && !draft.settings.observers;
		if (guest) return 'observers-not-welcome';
		const inAlready = me && (me.where === 'here' || me.where === 'aside');
		const told = { way: action.way, private: action.private, wishes: action.wishes && comes === 'member' };
		const sitter: Sitter = me ?? {
			...told,
			id: who.id,
			role: comes,
			rank: who.rank,
			where: 'waiting',
			inside: false,
			sign: 0,
		};
		if (!me) draft.people.push(sitter);
		Object.assign(sitter, told, { role: comes, rank: who.rank, sign: now.getTime() });
		if (inAlready) return changeWay(draft, sitter, now);
		sitter.where = 'waiting';
		if (draft.phase !== 'lobby' && comesIn(draft, sitter)) arrive(draft, sitter, now);
		return undefined;
	},

	sign: () => undefined,

	'change-way'({ draft, action, me, now }) {
		if (me.where === 'left') return 'not-here';
		me.way = action.way;
		return changeWay(draft, me, now);
	},

	wish({ draft, action, me, now }) {
		if (me.where === 'left') return 'not-here';
		me.wishes = action.wishes && me.role === 'member';
		if (draft.phase === 'paused' && me.where === 'here') passTheLead(draft, now);
		return undefined;
	},

	leave({ draft, me, now }) {
		if (me.where === 'left') return 'not-here';
		if (draft.phase === 'lobby') me.where = 'left';
		else depart(draft, me, 'left', now);
		return undefined;
	},

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

	return({ draft, me, now }) {
		const { aside } = draft;
		if (!aside || (aside.who !== me.id && aside.with !== me.id)) return 'not-here';
		return done(() => endAside(draft, now));
	},

	'call-steward'(acting) {
		const mayNot = acting.draft.phase === 'lobby' ? undefined : ofThoseInside(acting);
		if (mayNot) return mayNot;
		if (acting.draft.stewardCalled) return undefined;
		acting.draft.stewardCalled = true;
		return done(() => tell(acting.draft, 'steward', []));
	},

	open({ draft, me, now }) {
		if (draft.phase !== 'lobby') return 'already-open';
		if (me.role !== 'host') return 'not-a-host';
		if (me.where !== 'waiting') return 'not-here';
		draft.phase = 'running';
		draft.openedAt = now.getTime();
		draft.leader = me.id;
		for (const sitter of draft.people)
			if (sitter.where === 'waiting' && comesIn(draft, sitter))
				Object.assign(sitter, { where: 'here', inside: true, sign: now.getTime() });
		draft.coHost =
			draft.people.find(({ role, where, id }) => role === 'host' && where === 'here' && id !== me.id)?.id ??
			null;
		return done(() => beginStage(draft, 0, now));
	},

	admit(acting) {
		const { draft, action, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		const sitter = sitterOf(draft, action.who);
		if (sitter?.where !== 'waiting') return 'nobody-there';
		return done(() => arrive(draft, sitter, now));
	},

	'admit-all'(acting) {
		const { draft, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		for (const sitter of draft.people) if (sitter.where === 'waiting') arrive(draft, sitter, now);
		return undefined;
	},

	settings({ draft, action, me }) {
		if (me.role !== 'host' || me.where === 'left') return 'not-a-host';
		draft.settings = { ...action.settings };
		return undefined;
	},

	lead(acting) {
		const { draft, me, now } = acting;
		if (me.role !== 'host') return 'not-a-host';
		const mayNot = ofThoseInside(acting);
		if (mayNot) return mayNot;
		if (draft.phase === 'paused') return done(() => passTheLead(draft, now));
		if (draft.leader === me.id) return undefined;
		const before = sitterOf(draft, draft.leader);
		draft.coHost = before?.where === 'here' ? before.id : draft.coHost === me.id ? null : draft.coHost;
		draft.leader = me.id;
		return done(() => tell(draft, 'leads', [me.id]));
	},

	'name-co-host'(acting) {
		const { draft, action, me } = acting;
		const mayNot = running(acting);
		if (mayNot) return mayNot;
		if (draft.leader !== me.id) return 'not-the-guide';
		const other = sitterOf(draft, action.who);
		const seated = other?.where === 'here' && (other.role === 'host' || other.role === 'member');
		if (!seated) return 'nobody-there';
		if (other.id === me.id) return 'not-yourself';
		draft.coHost = other.id;
		return undefined;
	},

	'move-piece'(acting) {
		const { draft, now } = acting;
		const mayNot = guiding(acting) ?? thisTurn(acting);
		if (mayNot) return mayNot;
		if (!draft.turns.holder) return 'nobody-there';
		return done(() => hadTurn(draft, now));
	},

	'move-on'(acting) {
		const { draft, action, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		if (draft.stage !== action.stage) return 'stage-is-over';
		if (draft.stage >= draft.script.length - 1) return 'last-stage';
		const unheard = stillToCome(draft).filter((id) => takesTurns(sitterOf(draft, id)!));
		if (unheard.length > 0 && !action.anyway) return 'still-to-come';
		if (unheard.length > 0) tell(draft, 'unheard', unheard);
		const { heard, owed } = draft.turns;
		const before = draft.unheard.filter((id) => !heard.includes(id));
		draft.unheard = [...new Set([...before, ...unheard, ...owed])];
		return done(() => beginStage(draft, draft.stage + 1, now));
	},

	'step-out'(acting) {
		const { draft, action, me, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		if (draft.aside) return 'somebody-is-out';
		const who = sitterOf(draft, action.who);
		const companion = sitterOf(draft, draft.coHost ?? draft.leader);
		if (who?.where !== 'here' || companion?.where !== 'here') return 'nobody-there';
		if (who.id === me.id || who.id === companion.id) return 'not-yourself';
		draft.aside = { who: who.id, with: companion.id };
		for (const sitter of [who, companion]) depart(draft, sitter, 'aside', now);
		return done(() => tell(draft, 'aside', [who.id, companion.id]));
	},

	remove(acting) {
		const { draft, action, me, now } = acting;
		const mayNot = guiding(acting);
		if (mayNot) return mayNot;
		const other = sitterOf(draft, action.who);
		if (!other || other.where === 'left' || other.where === 'removed') return 'nobody-there';
		if (other.id === me.id) return 'not-yourself';
		// Two hosts do not send each other away: that is for a steward.
		if (other.role === 'host') return 'nobody-there';
		return done(() => depart(draft, other, 'removed', now, action.because));
	},

	close({ draft, me }) {
		const mayClose = guides(draft, me.id) || (me.role === 'host' && draft.phase !== 'running');
		if (!mayClose || me.where === 'left') return draft.phase === 'lobby' ? 'not-a-host' : 'not-the-guide';
		return done(() => end(draft));
	},
};

/** Ends a sitting. What is left of it is how many came, and who may still say how it was. */
export function end(draft: Sitting) {
	const came = draft.people.filter(({ inside }) => inside);
	const seated = came.filter(({ role, where }) => where !== 'removed' && role !== 'steward');
	const husk = newSitting(draft.script, draft.settings, new Date(draft.stageSince));
	Object.assign(draft, husk, {
		phase: 'over',
		openedAt: draft.openedAt,
		stage: draft.script.length - 1,
		attended: came.length,
		mayAnswer: seated.map(({ id }) => id),
	});
}

/**
 * Whether the holder may hand the piece to a raised hand and have it back: where the time is theirs, and not in a round,
 * where everybody has a turn of their own coming.
 */
export const mayHear = (sitting: Sitting): boolean =>
	mannerOf[stageNow(sitting).kind] === 'list' &&
	(sitting.turns.example === null || sitting.turns.example === sitting.turns.holder);

function done(act: () => void): undefined {
	act();
	return undefined;
}

const ofThoseInside: Rule = ({ me }) =>
	me.where === 'here' || me.where === 'aside' ? undefined : 'not-here';

/** Whether the door opens by itself: for a host, for whoever was in before, and for a seat where the circle says so. */
const comesIn = ({ settings }: Sitting, { role, inside }: Sitter): boolean =>
	role === 'host' || role === 'steward' || inside || (role === 'member' && settings.admission === 'seated');

/** Whoever begins to listen gives up the piece and their place in the round; whoever stops is given one. */
function changeWay(draft: Sitting, sitter: Sitter, now: Date): undefined {
	if (draft.phase === 'lobby') return undefined;
	if (takesTurns(sitter)) return done(() => joinTurns(draft, sitter.id, now));
	if (sharesRound(sitter)) return undefined;
	leaveTurns(draft, sitter.id);
	draft.hands = draft.hands.filter((id) => id !== sitter.id);
	if (draft.turns.holder !== sitter.id) return undefined;
	if (draft.turns.example === sitter.id) draft.turns.example = null;
	return done(() => handOn(draft, now));
}
