import type { Category, Level, Stance, Subject, Tier, Time } from './finding.ts';

/** What it means when a rule is met. */
export type Meaning = Raised | Sign | Idiom | Turn;

/** Words of a category. */
export interface Raised {
	is: 'raised';
	category: Category;
	level?: Level;
	/** How much it adds, about 1 for a passive wish; see `weigh.ts`. */
	weight: number;
	tier: Tier;
	/** What counts together: the second of a kind adds less. Otherwise the rule’s id. */
	kind?: string;
	/** Its words hold their own “not”, or mean the same with one before. */
	anyway?: boolean;
	/** Fixed by the words themselves. Otherwise the sentence decides. */
	subject?: Subject;
	time?: Time;
	stance?: Stance;
	/** Says for itself what the words inside it would say: “trying not to …”. */
	settles?: boolean;
	/** Says so only where other words of the category stand near; alone it is a sign at most. */
	leans?: boolean;
	/** A deed, which can be told of games and films, and denied by “would never”. */
	deed?: boolean;
}

/** Words that raise nothing alone, and add to what else is said: hopelessness, burden, exhaustion. */
export interface Sign {
	is: 'sign';
	kind: string;
	weight: number;
	anyway?: boolean;
}

/** Words that mean something else: whatever is read inside them is dropped. */
export interface Idiom {
	is: 'idiom';
}

/** Words that turn what is said around them: recovery, training, care for the reader. */
export interface Turn {
	is: 'turn';
	turn: 'recovered' | 'supporting' | 'joking' | 'serious' | 'lost-somebody' | 'recent' | 'long-ago' | 'still';
}
