/** What a message’s words can be about. Always the words; never the person who wrote them. */
export type Category =
	| 'suicide'
	| 'self-harm'
	| 'abuse'
	| 'threat'
	| 'eating'
	| 'dosing'
	| 'contact'
	| 'harassment'
	| 'encouragement'
	| 'personal-data';

/**
 * How far words about suicide go, in the order of the Columbia Suicide Severity Rating Scale (screener, 2008): 1 a wish to
 * be dead, 2 thoughts of killing oneself, 3 with a method, 4 with some intent, 5 with a plan and intent, 6 behaviour.
 */
export type Level = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** What is done about it: 0 nothing, 1 a quiet strip for the writer, 2 choices and the duty queue, 3 the number first. */
export type Tier = 0 | 1 | 2 | 3;

export type Subject = 'self' | 'other' | 'reader';
export type Time = 'now' | 'past' | 'future';
export type Stance = 'asserted' | 'denied' | 'quoted' | 'figurative' | 'asked';

/** Which kind of personal detail was read. */
export type Detail =
	'phone' | 'email' | 'address' | 'handle' | 'name' | 'card' | 'id-number' | 'bank-account';

/** One thing read in a message. */
export interface Finding {
	category: Category;
	/** Of words about suicide only. */
	level?: Level;
	/** Of personal data only. */
	detail?: Detail;
	subject: Subject;
	time: Time;
	stance: Stance;
	/** Where in the text: the first character, and the one after the last, in UTF-16 units. */
	span: { from: number; to: number };
	/** Ids of rules. Each has a plain sentence, `safety.reading.because.ID`. */
	because: string[];
}

/** What could not be read, to be said wherever a reading is shown. */
export type Limit =
	/** Neither English nor Spanish: nothing was read but numbers and addresses. */
	| 'language'
	/** A part is in another language, and was left out. */
	| 'partly'
	/** Longer than is read: the middle was left out. */
	| 'long';

export interface Reading {
	tier: Tier;
	findings: Finding[];
	/** Which rules read it. A newer grammar may read the same words differently. */
	version: string;
	limits: Limit[];
}

/** What is known beside the words. Nothing here is needed. */
export interface Context {
	/** The language the writer reads Hearten in: decides for messages too short to tell. */
	language?: string;
	/** Numbers that anyone may give: the crisis lines an organisation shows. Digits only matter. */
	publicNumbers?: readonly string[];
}
