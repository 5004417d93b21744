import type { AgeBand } from '#features/people/person.ts';
import { after, dayOf, days } from '#platform/time.ts';

/**
 * The kinds of illegal harm that a service has to think about one by one under the UK Online Safety Act 2023 (priority offences
 * in its schedules 5 to 7, grouped as in Ofcom’s Risk Assessment Guidance of December 2024). The grouping is retold here by
 * heart; an organisation compares it with the guidance in force.
 */
export const harms = [
	'terrorism',
	'child-abuse',
	'grooming',
	'hate',
	'harassment',
	'control',
	'intimate-images',
	'extreme-images',
	'exploitation',
	'trafficking',
	'immigration',
	'fraud',
	'proceeds',
	'drugs',
	'weapons',
	'suicide',
	'interference',
	'animals',
] as const;
export type Harm = (typeof harms)[number];

export type Level = 'negligible' | 'low' | 'medium' | 'high';
const levels: readonly Level[] = ['negligible', 'low', 'medium', 'high'];

/** How Hearten is set up here, as far as it matters to what can happen. */
export interface Setting {
	ageBands: readonly AgeBand[];
	/** Whether the sentence about what really happens when somebody is in danger is written. */
	crisisPolicy: boolean;
	stewards: number;
	coordinators: number;
	/** Whether a steward has a shift that is written down for the coming week. */
	dutyAhead: boolean;
	/** How many circles, rooms and pairings there are that people can talk in. */
	circles: number;
	rooms: number;
	pairings: number;
	/** Whether the organisation has written rules of its own, or rewritten one. */
	ownRules: boolean;
}

/** What works against a harm. Each has a sentence. */
export type Guard =
	| 'no-files'
	| 'reports'
	| 'desk'
	| 'ladder'
	| 'bands'
	| 'held-rooms'
	| 'hosts'
	| 'no-public'
	| 'no-money'
	| 'help'
	| 'wishes'
	| 'policy'
	| 'audit'
	| 'duty';

/** What is missing, and honest to say. Each has a sentence. */
export type Gap =
	| 'no-age-proof'
	| 'private-talk'
	| 'no-stewards'
	| 'one-steward'
	| 'no-duty'
	| 'no-policy'
	| 'given-rules'
	| 'new-accounts'
	| 'no-image-matching'
	| 'words-only';

export interface AssessedHarm {
	harm: Harm;
	likelihood: Level;
	impact: Level;
	guards: Guard[];
	gaps: Gap[];
	residual: Level;
}

export interface Assessment {
	harms: AssessedHarm[];
	/** What stands against every kind of harm: somebody looks, and something is done. */
	guards: Guard[];
	/** What is missing whatever the harm. */
	gaps: Gap[];
	reviewedOn: string | null;
	/** `2027-11-22` */
	reviewBy: string;
}

/** A year at the latest, or sooner, before any change that matters. */
const REVIEWED_EVERY = days(365);

/**
 * Drafts a risk assessment from how Hearten is set up at this moment. It begins with what the service is (text, no pictures, no
 * public timeline, no money), then looks at what stands against each harm and at what is missing. It is a draft: the levels are
 * where an organisation begins to think, and it says so.
 */
export function assess(setting: Setting, reviewedOn: string | null, now: Date): Assessment {
	const everywhere = gapsOf(setting);
	return {
		harms: harms.map((harm) => assessOne(harm, setting, everywhere)),
		guards: everywhere.includes('no-stewards') ? [] : ['reports', 'desk', 'ladder'],
		gaps: everywhere,
		reviewedOn,
		reviewBy: dayOf(
			after(reviewedOn ? new Date(`${reviewedOn}T00:00:00Z`) : now, reviewedOn ? REVIEWED_EVERY : 0),
		),
	};
}

function gapsOf({ stewards, dutyAhead, crisisPolicy, ownRules }: Setting): Gap[] {
	return [
		...(stewards === 0 ? (['no-stewards'] as const) : stewards < 2 ? (['one-steward'] as const) : []),
		...(dutyAhead ? [] : (['no-duty'] as const)),
		...(crisisPolicy ? [] : (['no-policy'] as const)),
		...(ownRules ? [] : (['given-rules'] as const)),
		'new-accounts',
		'words-only',
	];
}

/** Where thinking begins for a service of words among people in distress: how likely, and how bad it would be. */
const beginnings: Record<Harm, [likelihood: Level, impact: Level, guards: Guard[], gaps: Gap[]]> = {
	terrorism: ['negligible', 'high', ['no-files', 'no-public'], []],
	'child-abuse': ['low', 'high', ['no-files', 'bands'], ['no-image-matching']],
	grooming: ['low', 'high', ['bands', 'audit'], ['no-age-proof', 'private-talk']],
	hate: ['medium', 'medium', ['hosts', 'held-rooms', 'no-public'], []],
	harassment: ['medium', 'high', ['hosts', 'held-rooms'], ['private-talk']],
	control: ['medium', 'high', ['help', 'wishes'], ['private-talk']],
	'intimate-images': ['negligible', 'high', ['no-files'], ['no-image-matching']],
	'extreme-images': ['negligible', 'medium', ['no-files'], ['no-image-matching']],
	exploitation: ['low', 'high', ['no-public', 'no-money'], ['private-talk']],
	trafficking: ['negligible', 'high', ['no-public', 'no-money'], ['private-talk']],
	immigration: ['negligible', 'medium', ['no-public'], []],
	fraud: ['low', 'medium', ['no-money', 'hosts'], ['private-talk']],
	proceeds: ['negligible', 'low', ['no-money'], []],
	drugs: ['medium', 'medium', ['hosts', 'held-rooms'], ['private-talk']],
	weapons: ['negligible', 'high', ['no-public', 'no-money'], []],
	suicide: ['high', 'high', ['help', 'wishes', 'policy', 'duty', 'held-rooms', 'hosts'], ['private-talk']],
	interference: ['negligible', 'low', ['no-public'], []],
	animals: ['negligible', 'low', ['no-files'], []],
};

function assessOne(harm: Harm, setting: Setting, everywhere: readonly Gap[]): AssessedHarm {
	const [begins, impact, own, missing] = beginnings[harm];
	const young = setting.ageBands.some((band) => band !== 'adult');
	const aboutTheYoung = harm === 'grooming' || harm === 'child-abuse';
	const likelihood = young && aboutTheYoung ? step(begins, 1) : begins;
	const gaps = missing.filter((gap) => gap !== 'private-talk' || setting.pairings > 0 || setting.rooms > 0);
	// Where nobody looks, nothing makes it less likely.
	const left = everywhere.includes('no-stewards') ? likelihood : step(likelihood, -1);
	const guards = own.filter((guard) => stands(guard, setting));
	return { harm, likelihood, impact, guards, gaps, residual: worse(left, impact, gaps) };
}

/** Whether a guard is really there as things are set up. */
function stands(guard: Guard, { crisisPolicy, dutyAhead, circles, rooms }: Setting): boolean {
	if (guard === 'policy') return crisisPolicy;
	if (guard === 'duty') return dutyAhead;
	if (guard === 'hosts') return circles > 0;
	return guard === 'held-rooms' ? rooms > 0 : true;
}

/** What is left is what is still likely, and never less than low where the harm is grave and something is missing. */
function worse(likely: Level, impact: Level, gaps: readonly Gap[]): Level {
	return impact === 'high' && gaps.length > 0 && likely === 'negligible' ? 'low' : likely;
}

const step = (level: Level, by: number): Level =>
	levels[Math.min(levels.length - 1, Math.max(0, levels.indexOf(level) + by))]!;
