/** The kinds of stage a meeting is made of. Each has ready sentences, for everyone and for the host’s eyes. */
export const kinds = [
	'welcome',
	'agreements',
	'opening',
	'piece',
	'popcorn',
	'focus',
	'example',
	'reading',
	'open-mic',
	'closing',
	'aftercare',
] as const;
export type Kind = (typeof kinds)[number];

/** One part of a meeting, as a host writes it down. Empty words mean the ready ones of its kind. */
export interface Stage {
	kind: Kind;
	/** How long the host means it to take, in whole minutes. Nothing happens by itself when they are over. */
	minutes: number;
	/** How long one turn may take before the speaker and the host are told, in whole minutes; 0 for no timer. */
	turn: number;
	/** How many may sign up; 0 where nobody signs up. */
	slots: number;
	/** What everyone reads. */
	words: string;
	/** What only those read who guide the meeting. */
	notes: string;
	/** What is read aloud, a paragraph each: the agreements as they stand when the lobby opens, or a text. */
	text: string;
}

/**
 * How turns are taken. told: nobody has the piece · round: it goes to each once · parts: it goes round, a paragraph each ·
 * table: it lies there for whoever takes it · list: it goes to those who have signed up.
 */
export type Manner = 'told' | 'round' | 'parts' | 'table' | 'list';

export const mannerOf: Readonly<Record<Kind, Manner>> = {
	welcome: 'told',
	agreements: 'parts',
	opening: 'round',
	piece: 'round',
	popcorn: 'table',
	focus: 'list',
	example: 'list',
	reading: 'parts',
	'open-mic': 'list',
	closing: 'round',
	aftercare: 'told',
};

/** What a stage of this kind is like before a host changes it. */
export const stageOf = (kind: Kind, minutes: number, turn = 0, slots = 0): Stage => ({
	kind,
	minutes,
	turn,
	slots: mannerOf[kind] === 'list' ? slots || 3 : 0,
	words: '',
	notes: '',
	text: '',
});

export const readyScripts = ['sixty', 'ninety'] as const;
export type ReadyScript = (typeof readyScripts)[number];

/** Ready scripts, by how long they take with eight people. Their words are messages, so they follow each reader’s language. */
export const ready: Readonly<Record<ReadyScript, readonly Stage[]>> = {
	sixty: [
		stageOf('welcome', 3),
		stageOf('agreements', 4, 1),
		stageOf('opening', 10, 1),
		stageOf('piece', 26, 3),
		stageOf('closing', 12, 1),
		stageOf('aftercare', 5),
	],
	ninety: [
		stageOf('welcome', 4),
		stageOf('agreements', 5, 1),
		stageOf('opening', 12, 1),
		stageOf('piece', 28, 3),
		stageOf('popcorn', 24, 3),
		stageOf('closing', 12, 1),
		stageOf('aftercare', 5),
	],
};

export const MOST_STAGES = 20;

/** What is read aloud in a stage, in the pieces in which it is read. */
export const partsOf = ({ kind, text }: Stage): string[] =>
	mannerOf[kind] !== 'parts'
		? []
		: text
				.split('\n')
				.map((part) => part.trim())
				.filter((part) => part !== '');

/** How long a script means to take, in minutes. */
export const lengthOf = (script: readonly Stage[]): number =>
	script.reduce((sum, { minutes }) => sum + minutes, 0);

export type CannotScript = 'no-stages' | 'too-many-stages' | 'aftercare-last' | 'text-needed';

/** Refuses a script nobody could hold: an empty one, an endless one, one that sends people off without aftercare. */
export function problemOf(script: readonly Stage[]): CannotScript | undefined {
	if (script.length === 0) return 'no-stages';
	if (script.length > MOST_STAGES) return 'too-many-stages';
	const last = script.findIndex(({ kind }) => kind === 'aftercare');
	if (last !== script.length - 1) return 'aftercare-last';
	if (script.some((stage) => stage.kind === 'reading' && partsOf(stage).length === 0)) return 'text-needed';
	return undefined;
}

/** Changes a script as one press in its editor asks: `up:2`, `down:0`, `out:3`, `add`, `ready:sixty`. */
export function rearrange(script: readonly Stage[], change: string): Stage[] {
	const [what, which = ''] = change.split(':');
	const at = Number(which);
	const stages = [...script];
	if (what === 'ready' && isReady(which)) return structuredClone([...ready[which]]);
	if (what === 'out') stages.splice(at, 1);
	if (what === 'up' && at > 0) swap(stages, at, at - 1);
	if (what === 'down' && at < stages.length - 1) swap(stages, at, at + 1);
	// Before the last one, which says goodbye.
	if (what === 'add') stages.splice(Math.max(0, stages.length - 1), 0, stageOf('piece', 15, 3));
	return stages;
}

const isReady = (name: string): name is ReadyScript => readyScripts.some((known) => known === name);

function swap(stages: Stage[], one: number, other: number) {
	[stages[one], stages[other]] = [stages[other]!, stages[one]!];
}
