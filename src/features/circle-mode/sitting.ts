import type { AliasId } from '#features/conversations/conversation.ts';
import type { Resonance } from '#features/conversations/message.ts';
import type { Id } from '#platform/ids.ts';
import { mannerOf, type Stage } from './script.ts';

export type SittingId = Id<'sitting'>;

/** How somebody is here today. Whoever listens is never given the piece; whoever phones has no page to press on. */
export const ways = ['speaking', 'listening', 'text', 'phone'] as const;
export type Way = (typeof ways)[number];

/** What brings somebody here. A steward comes when called, and sits with the observers. */
export type Role = 'host' | 'member' | 'observer' | 'steward';

/** Who acts, as the circle knows them at this moment; an outsider has no place in the circle. */
export interface Who {
	id: AliasId;
	role: Role | 'outsider';
	/** 0 for whoever has sat here longest. */
	rank: number;
}

/** Somebody at a meeting. Nothing says who they are but their alias in this circle. */
export interface Sitter {
	id: AliasId;
	role: Role;
	rank: number;
	way: Way;
	/** Says that nobody can overhear them. */
	private: boolean;
	/** Would carry on if no host were here. */
	wishes: boolean;
	/** waiting: at the door · away: gone quiet · aside: out with the co-host · left and removed: not here any more. */
	where: 'waiting' | 'here' | 'away' | 'aside' | 'left' | 'removed';
	/** Has been let in at least once. */
	inside: boolean;
	/** When they last pressed something, or their page was fetched: milliseconds since 1970. */
	sign: number;
}

/** Whose turn it is and whose it will be. The piece is in one hand, or on the table. */
export interface Turns {
	/** Who has the piece; null while it lies on the table. */
	holder: AliasId | null;
	/** Grows by one whenever the piece moves, so that a late press moves nothing. */
	number: number;
	/** When it came here: milliseconds since 1970. */
	since: number;
	/** Who comes next, in order. */
	queue: AliasId[];
	/** Who has signed up, in order. */
	list: AliasId[];
	heard: AliasId[];
	passed: AliasId[];
	/** Who has asked to be come back to, as often as they have. */
	later: AliasId[];
	/** Whose turn came while they were away. It waits for them. */
	owed: AliasId[];
	/** How many paragraphs have been read. */
	part: number;
	/** To whom the piece goes back after somebody else was heard. */
	lender: AliasId | null;
	/** Whose example is being reflected on. */
	example: AliasId | null;
	/** Quiet answers to whoever has the piece. They are not counted, and go with the turn. */
	resonances: Resonance[];
}

/** Something that everybody present is told. */
export interface Said {
	number: number;
	what:
		| 'away'
		| 'back'
		| 'left'
		| 'removed'
		| 'leads'
		| 'paused'
		| 'resumed'
		| 'unheard'
		| 'aside'
		| 'returned'
		| 'steward';
	who: AliasId[];
	because?: RemovalReason;
}

/** Why somebody is asked to go, in words that are said aloud. */
export const removalReasons = [
	'against-agreements',
	'not-safe-here',
	'cannot-be-heard',
	'asked-for',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** What a host decides about every meeting of a circle; it outlasts the host’s own coming and going. */
export interface Settings {
	/** seated: whoever has a seat comes in once the meeting is open · ask: a host lets each one in. */
	admission: 'seated' | 'ask';
	/** Whether whoever only listens may come in. */
	observers: boolean;
	/** text: the circle’s conversation is where people speak · aloud: they are in one room, or on the phone. */
	talk: 'text' | 'aloud';
}

/** One run of a meeting, whole: it is kept as it is, and says everything that anybody is shown. */
export interface Sitting {
	phase: 'lobby' | 'running' | 'paused' | 'over';
	settings: Settings;
	script: Stage[];
	/** Which stage is on; 0 in the lobby. */
	stage: number;
	openedAt: number | null;
	stageSince: number;
	pausedAt: number | null;
	/** In the order in which they came. */
	people: Sitter[];
	/** Who guides it now; null in the lobby, and while it pauses. */
	leader: AliasId | null;
	coHost: AliasId | null;
	turns: Turns;
	/** Raised hands, first raised first. */
	hands: AliasId[];
	/** Who has stepped out, and with whom. */
	aside: { who: AliasId; with: AliasId } | null;
	/** The latest things said to everybody. */
	said: Said[];
	/** Whose turn the last stage ended without; they begin the next round. */
	unheard: AliasId[];
	stewardCalled: boolean;
	/** Milliseconds each has had the piece. Only those who guide see shares of it, and it ends with the meeting. */
	airtime: Record<AliasId, number>;
	/** How many came, once it is over; nobody keeps who. */
	attended: number;
	/** Who may still say how it was. Each goes from here when they have, and all do after a day. */
	mayAnswer: AliasId[];
}

export const newSitting = (script: readonly Stage[], settings: Settings, now: Date): Sitting => ({
	phase: 'lobby',
	settings,
	script: structuredClone([...script]),
	stage: 0,
	openedAt: null,
	stageSince: now.getTime(),
	pausedAt: null,
	people: [],
	leader: null,
	coHost: null,
	turns: noTurns(0, now),
	hands: [],
	aside: null,
	said: [],
	unheard: [],
	stewardCalled: false,
	airtime: {},
	attended: 0,
	mayAnswer: [],
});

export const noTurns = (number: number, now: Date): Turns => ({
	holder: null,
	number,
	since: now.getTime(),
	queue: [],
	list: [],
	heard: [],
	passed: [],
	later: [],
	owed: [],
	part: 0,
	lender: null,
	example: null,
	resonances: [],
});

export const stageNow = ({ script, stage }: Pick<Sitting, 'script' | 'stage'>): Stage => script[stage]!;

export const sitterOf = ({ people }: Pick<Sitting, 'people'>, id: AliasId | null): Sitter | undefined =>
	people.find((sitter) => sitter.id === id);

/** Whether somebody sits in the circle and did not come to listen. */
export const sharesRound = ({ role, way }: Sitter): boolean =>
	(role === 'host' || role === 'member') && way !== 'listening';

/** Whether the piece may come to somebody: they are here, and share in the round. */
export const takesTurns = (sitter: Sitter): boolean => sitter.where === 'here' && sharesRound(sitter);

/** Those who take turns, in the order of the circle: whoever has sat in it longest first. */
export const inOrder = ({ people }: Pick<Sitting, 'people'>): Sitter[] =>
	people.filter(takesTurns).sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));

export const guides = ({ leader, coHost }: Pick<Sitting, 'leader' | 'coHost'>, id: AliasId): boolean =>
	id === leader || id === coHost;

/** Whose turn in this stage is on, or still to come. */
export function stillToCome({ turns }: Sitting): AliasId[] {
	const { holder, lender, queue, list, owed } = turns;
	return [...new Set([holder, lender, ...queue, ...list, ...owed].filter((id) => id !== null))];
}

/** Who has neither taken the piece from the table nor said that they leave it there. */
const undecided = (sitting: Sitting): Sitter[] =>
	inOrder(sitting).filter(({ id }) => ![...sitting.turns.heard, ...sitting.turns.passed].includes(id));

/** Whether everybody here has had their turn, so that whoever guides can go on. */
export const isDone = (sitting: Sitting): boolean =>
	!stillToCome(sitting).some((id) => takesTurns(sitterOf(sitting, id)!)) &&
	(mannerOf[stageNow(sitting).kind] !== 'table' || undecided(sitting).length === 0);
