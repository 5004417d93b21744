import type { AgeBand } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Week } from './week.ts';

/** How a language is spoken: 1 gets by, 2 talks with ease, 3 is at home in it. */
export type Fluency = 1 | 2 | 3;

export interface Spoken {
	/** BCP 47. */
	language: string;
	fluency: Fluency;
}

/** What a wish may be about. Never a diagnosis. */
export const wishAbout = [
	'gender',
	'age',
	'culture',
	'identity',
	'faith',
	'lived',
	'style',
	'further-along',
] as const;
export type WishAbout = (typeof wishAbout)[number];

/** One of these would do. A *must* is never relaxed by the machine; a *nice* is weighed. */
export interface Wish {
	about: WishAbout;
	anyOf: readonly string[];
	strength: 'must' | 'nice';
}

/** Somebody who asks for one-to-one support, and what they told about it. Codes are opaque here. */
export interface Member {
	id: PersonId;
	ageBand: AgeBand;
	/** What they can talk in, each once. */
	languages: readonly Spoken[];
	/** How well a supporter has to speak one of them. */
	leastFluency: Fluency;
	/** What they have lived through, what matters most first. */
	lived: readonly string[];
	/** What they want to talk about. */
	topics: readonly string[];
	wishes: readonly Wish[];
	/** What would help: to be listened to, ideas, company… */
	styles: readonly string[];
	hours: Week;
	/** Messages whenever each has time, so that no shared hour is needed. */
	asynchronous: boolean;
	/** Blocks, people to avoid, and whoever both said no to before. */
	avoids: readonly PersonId[];
	/** Workplaces, towns, families: what an organisation says two people in a pairing may not share. */
	ties: readonly string[];
	/** Supporters they had before and would gladly have again. */
	before: readonly PersonId[];
	hoursWaited: number;
}

export const musts = ({ wishes }: Member) => wishes.filter((wish) => wish.strength === 'must');
export const nices = ({ wishes }: Member) => wishes.filter((wish) => wish.strength === 'nice');
