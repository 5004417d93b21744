import type { AliasId } from '#features/conversations/conversation.ts';
import { resonances, type Resonance } from '#features/conversations/message.ts';
import { COME_BACKS, mayHear } from './taking-turns.ts';
import { settle } from './presence.ts';
import { mannerOf, partsOf, type Kind, type Manner } from './script.ts';
import {
	guides,
	inOrder,
	isDone,
	sitterOf,
	stageNow,
	stillToCome,
	takesTurns,
	type Role,
	type Said,
	type Settings,
	type Sitter,
	type Sitting,
	type Way,
	type Who,
} from './sitting.ts';

const MINUTE = 60_000;

/** What one viewer is told of a sitting, and nothing more: a page is made of this alone. */
export interface View {
	phase: Sitting['phase'];
	talk: Settings['talk'];
	/** The hosts at the door before the meeting is open. */
	greeters: AliasId[];
	/** The viewer’s own place; null for whoever has not come. */
	me: MyPlace | null;
	/** What goes on inside; null for whoever is not in. */
	inside: Inside | null;
	/** For the eyes of those who guide. */
	guide: ForGuides | null;
	/** Whether the viewer may say how it was. */
	mayAnswer: boolean;
}

export interface MyPlace {
	id: AliasId;
	role: Role;
	where: Sitter['where'];
	way: Way;
	private: boolean;
	wishes: boolean;
	guides: boolean;
	leads: boolean;
	holds: boolean;
	/** Sits in the circle and did not come to listen. */
	takesTurns: boolean;
	handUp: boolean;
	signedUp: boolean;
	mayComeBack: boolean;
	/** May hand the piece to a raised hand, and have it back. */
	mayHear: boolean;
	hadTurn: boolean;
	/** How many come before: 0 for whoever is next. Null when no turn is coming. */
	before: number | null;
}

export interface PersonHere {
	id: AliasId;
	role: Role;
	way: Way;
	where: 'here' | 'away' | 'aside';
	handUp: boolean;
}

/** A turn’s time, told only to the speaker and to those who guide. */
export interface Timer {
	since: number;
	minutes: number;
	over: boolean;
}

export interface Inside {
	stage: {
		index: number;
		count: number;
		kind: Kind;
		manner: Manner;
		words: string;
		/** Which paragraph is being read, and how many there are. */
		part: { text: string; number: number; of: number } | null;
		next: Kind | null;
	};
	/** In the order of the circle; whoever only listens comes last. */
	people: PersonHere[];
	leader: AliasId | null;
	coHost: AliasId | null;
	holder: AliasId | null;
	turn: number;
	queue: AliasId[];
	list: AliasId[];
	/** How many more may sign up; null where that is not asked. */
	placesLeft: number | null;
	/** To whom the piece goes back. */
	lender: AliasId | null;
	example: AliasId | null;
	/** Whose turn waits until they are back. */
	owed: AliasId[];
	hands: AliasId[];
	resonances: Resonance[];
	/** Quiet answers that the viewer may give now. */
	mayResonate: readonly Resonance[];
	aside: Sitting['aside'];
	said: Said[];
	stewardCalled: boolean;
	timer: Timer | null;
}

export interface ForGuides {
	settings: Settings;
	waiting: { id: AliasId; role: Role; way: Way; private: boolean }[];
	notes: string;
	/** Since when the stage has been on, and how long it was meant to take. */
	stage: Timer | null;
	/** Everybody has had their turn, so the next stage can begin. */
	done: boolean;
	/** Who takes turns and has not had the piece in this meeting. */
	silent: AliasId[];
	/** Who may be overheard. */
	overheard: AliasId[];
	/** What part of the time each has had the piece, in whole per cent. */
	airtime: { id: AliasId; share: number }[];
	stillToCome: AliasId[];
}

/** Makes what one viewer may see. An outsider is told whether there is a meeting, and nothing about who is at it. */
export function viewFor(sitting: Sitting, viewer: Who | null, now: Date): View {
	const state = settle(sitting, now);
	const sitter = sitterOf(state, viewer?.id ?? null);
	const known = viewer && viewer.role !== 'outsider' ? sitter : undefined;
	const isIn = known !== undefined && ['here', 'away', 'aside'].includes(known.where);
	const isGuide = known !== undefined && isIn && guides(state, known.id);
	const isHost = known !== undefined && viewer!.role === 'host' && known.where !== 'removed';
	const opens = isHost && state.phase !== 'running' && known.where !== 'left';
	return {
		phase: state.phase,
		talk: state.settings.talk,
		greeters:
			known && state.phase === 'lobby'
				? state.people.filter(({ role, where }) => role === 'host' && where === 'waiting').map(idOf)
				: [],
		me: known ? myPlace(state, known) : null,
		inside: isIn ? inside(state, known.id, isGuide, now) : null,
		guide: isGuide || opens ? forGuides(state, now) : null,
		mayAnswer: viewer !== null && viewer.role !== 'outsider' && state.mayAnswer.includes(viewer.id),
	};
}

const idOf = ({ id }: { id: AliasId }) => id;

function myPlace(state: Sitting, me: Sitter): MyPlace {
	const { turns } = state;
	const line = turns.queue.includes(me.id) ? turns.queue : turns.list;
	const place = line.indexOf(me.id);
	return {
		id: me.id,
		role: me.role,
		where: me.where,
		way: me.way,
		private: me.private,
		wishes: me.wishes,
		guides: guides(state, me.id),
		leads: state.leader === me.id,
		holds: turns.holder === me.id,
		takesTurns: takesTurns(me),
		handUp: state.hands.includes(me.id),
		signedUp: turns.list.includes(me.id),
		mayComeBack: mayComeBack(state, me.id),
		mayHear: turns.holder === me.id && !turns.lender && mayHear(state),
		hadTurn: turns.heard.includes(me.id) || turns.passed.includes(me.id),
		before: place < 0 ? null : place,
	};
}

function mayComeBack(state: Sitting, me: AliasId): boolean {
	const { turns } = state;
	if (turns.holder !== me) return false;
	if (turns.lender) return true;
	const manner = mannerOf[stageNow(state).kind];
	const others = turns.queue.length + (manner === 'list' ? turns.list.length : 0);
	return (manner === 'table' || others > 0) && turns.later.filter((id) => id === me).length < COME_BACKS;
}

function inside(state: Sitting, me: AliasId, isGuide: boolean, now: Date): Inside {
	const { turns } = state;
	const stage = stageNow(state);
	const parts = partsOf(stage);
	const text = parts[turns.part];
	const givenOut = turns.list.length + turns.heard.length + (turns.holder ? 1 : 0);
	return {
		stage: {
			index: state.stage,
			count: state.script.length,
			kind: stage.kind,
			manner: mannerOf[stage.kind],
			words: stage.words,
			part: text === undefined ? null : { text, number: turns.part + 1, of: parts.length },
			next: state.script[state.stage + 1]?.kind ?? null,
		},
		people: state.people
			.filter(({ where }) => where === 'here' || where === 'away' || where === 'aside')
			.sort((a, b) => Number(onlyListens(a)) - Number(onlyListens(b)) || a.rank - b.rank)
			.map(({ id, role, way, where }) => ({
				id,
				role,
				way,
				where: where as PersonHere['where'],
				handUp: state.hands.includes(id),
			})),
		leader: state.leader,
		coHost: state.coHost,
		holder: turns.holder,
		turn: turns.number,
		queue: turns.queue,
		list: turns.list,
		placesLeft: stage.slots > 0 ? Math.max(0, stage.slots - givenOut) : null,
		lender: turns.lender,
		example: turns.example,
		owed: turns.owed,
		hands: state.hands,
		resonances: turns.resonances,
		mayResonate: mayResonate(state, me) ? resonances : [],
		aside: state.aside,
		said: state.said,
		stewardCalled: state.stewardCalled,
		timer:
			turns.holder && (turns.holder === me || isGuide) && stage.turn > 0
				? timer(turns.since, stage.turn, now)
				: null,
	};
}

function mayResonate({ phase, people, turns }: Sitting, me: AliasId): boolean {
	const sitter = sitterOf({ people }, me);
	if (phase !== 'running' || !turns.holder || turns.holder === me || !sitter) return false;
	return sitter.where !== 'away' && !onlyListens(sitter);
}

const onlyListens = ({ role }: Sitter) => role === 'observer' || role === 'steward';

const timer = (since: number, minutes: number, now: Date): Timer => ({
	since,
	minutes,
	over: now.getTime() - since >= minutes * MINUTE,
});

function forGuides(state: Sitting, now: Date): ForGuides {
	const stage = stageNow(state);
	const airtime = airtimeNow(state, now);
	const whole = Object.values(airtime).reduce((sum, time) => sum + time, 0);
	return {
		settings: state.settings,
		waiting: state.people
			.filter(({ where }) => where === 'waiting')
			.map(({ id, role, way, private: isPrivate }) => ({ id, role, way, private: isPrivate })),
		notes: stage.notes,
		stage: state.phase === 'running' ? timer(state.stageSince, stage.minutes, now) : null,
		done: state.phase === 'running' && isDone(state),
		silent: inOrder(state)
			.map(idOf)
			.filter((id) => !airtime[id]),
		overheard: state.people
			.filter((sitter) => sitter.inside && takesTurns(sitter) && !sitter.private)
			.map(idOf),
		airtime: inOrder(state).map(({ id }) => ({
			id,
			share: whole > 0 ? Math.round((100 * (airtime[id] ?? 0)) / whole) : 0,
		})),
		stillToCome: stillToCome(state),
	};
}

/** Counts the turn that is on as well. */
function airtimeNow({ airtime, turns }: Sitting, now: Date): Record<AliasId, number> {
	if (!turns.holder) return airtime;
	const sinceThen = Math.max(0, now.getTime() - turns.since);
	return { ...airtime, [turns.holder]: (airtime[turns.holder] ?? 0) + sinceThen };
}
