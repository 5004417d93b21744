import type { PersonId } from '#platform/ids.ts';

/** Something done with power, as whoever does it tells the log. */
export interface Act {
	/** `desk.case-opened`: the feature, and what was done, in the past tense. */
	kind: string;
	/** Who did it; nobody for what came about by itself. */
	by: PersonId | null;
	/** What it was done to: `case:0198…`, or a word such as `organisation`. */
	about: string;
	at: Date;
	/** Ids and codes, never words that people wrote. A person is told by their id, and kept by another name. */
	facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** How far the log has got, to be kept elsewhere: whoever has it can tell whether anything up to there was changed since. */
export interface Head {
	number: number;
	/** SHA-256, in hexadecimal. */
	digest: string;
}

export const headText = ({ number, digest }: Head): string => `${number}:${digest}`;

/** Reads a head as `headText` writes it; undefined when it is none. */
export function readHead(text: string): Head | undefined {
	const [, number, digest] = /^\s*(\d{1,15}):([0-9a-f]{64})\s*$/.exec(text) ?? [];
	return digest ? { number: Number(number), digest } : undefined;
}

/** Ids and codes have no spaces, and so no sentence is one. */
const code = /^[A-Za-z0-9_:.-]{0,120}$/;

export const isCode = (value: string): boolean => code.test(value);
