import type { AgeBand } from '#features/people/person.ts';
import type { Id, PersonId } from '#platform/ids.ts';

/** Names a supporter’s page. It is not the person’s id, so that nothing else can be looked up by it. */
export type SupporterId = Id<'supporter'>;

/** How a supporter is with people. */
export const styles = ['listens', 'asks', 'practical', 'humour', 'quiet', 'straight'] as const;
export type Style = (typeof styles)[number];

/** The ways in which they meet. */
export const formats = ['text', 'audio', 'video', 'in-person'] as const;
export type Format = (typeof formats)[number];

/**
 * Who is shown what somebody has lived through: everyone who can find them; nobody, though people may be brought to them
 * for it, who then may guess; nobody, and it counts for nothing.
 */
export const showings = ['everyone', 'found', 'nobody'] as const;
export type Showing = (typeof showings)[number];

/** What somebody may wish to be found by. Each is their own choice, and none is ever guessed. */
export const foundBy = ['gender', 'age', 'culture', 'identity', 'faith'] as const;
export type FoundBy = (typeof foundBy)[number];

/** A supporter’s page, in their own words. Sealed under their own key. */
export interface SupporterPage {
	/** A greeting: the first thing somebody reads of them. */
	greeting: string;
	/** What they have lived through: codes from `lived.ts` of people. */
	lived: readonly string[];
	livedShown: Showing;
	/** What they would rather not talk about: the same codes. Shown to nobody; nobody is suggested to them for it. */
	notTaken: readonly string[];
	/** BCP 47: at home in, and well enough to talk in. */
	languages: readonly string[];
	enoughLanguages: readonly string[];
	foundBy: Readonly<Record<FoundBy, string>>;
	/** Their own hard time lies further back, and they wish to be found by it. */
	furtherAlong: boolean;
	styles: readonly Style[];
	formats: readonly Format[];
}

export const blankPage: SupporterPage = {
	greeting: '',
	lived: [],
	livedShown: 'nobody',
	notTaken: [],
	languages: [],
	enoughLanguages: [],
	foundBy: { gender: '', age: '', culture: '', identity: '', faith: '' },
	furtherAlong: false,
	styles: ['listens'],
	formats: ['text'],
};

/** How much somebody carries at most. Weeks are Monday to Sunday on their own clocks. */
export interface Caps {
	/** People they are with at one time. */
	pairings: number;
	newAWeek: number;
	/** Hours of booked talks. */
	hoursAWeek: number;
	/** Nights with a talk in them. */
	nightsAWeek: number;
}

export const usualCaps: Caps = {
	pairings: 4,
	newAWeek: 2,
	hoursAWeek: 10,
	nightsAWeek: 7,
};

/** A supporter as rules need them. */
export interface Supporter {
	id: SupporterId;
	personId: PersonId;
	ageBand: AgeBand;
	/** Whether a coordinator’s asking still stands: the duty itself, looked at now. */
	asked: boolean;
	/** Whether their page is up. */
	open: boolean;
	/** One press: nobody new for now. Those they are with stay. */
	resting: boolean;
	/** After a heavy talk: nobody new before then. */
	coolingUntil: Date | null;
}

/** Whether somebody new may come to them at all; how many is said by their caps. */
export const takesPeople = ({ asked, open, resting, coolingUntil }: Supporter, now: Date): boolean =>
	asked && open && !resting && !(coolingUntil && coolingUntil > now);

/** How long one press takes after a heavy talk, and what else can be chosen. Hours. */
export const coolDowns = [48, 24, 72, 168] as const;
