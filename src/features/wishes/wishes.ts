/**
 * What somebody wants to happen in hard times, in the order in which it is asked for: signs that it is getting hard, what they
 * do alone, where and with whom they are better, whom to ask, whom to call and in what order, what must never happen, and
 * what matters to them.
 */
export const headings = ['signs', 'alone', 'where', 'ask', 'call', 'never', 'matters'] as const;
export type Heading = (typeof headings)[number];

/** Somebody’s own words under each heading; empty where they wrote none. */
export type Words = Record<Heading, string>;

export const nothingWritten = Object.fromEntries(headings.map((heading) => [heading, ''])) as Words;

/** Who may look, beside the person. Nobody, unless they say so. */
export const audiences = ['supporter', 'stewards'] as const;
export type Audience = (typeof audiences)[number];

/** Wishes as they stood once. */
export interface Version {
	/** 1 is the first; 0 is the empty page before it. */
	number: number;
	words: Words;
	writtenAt: Date;
}

/** So many versions are kept, the newest among them; older ones go. */
export const VERSIONS_KEPT = 20;

/** How much fits under one heading. Characters. */
export const LONGEST = 2000;

/** Whether there is a word under any heading. */
export const isWritten = (words: Words): boolean => headings.some((heading) => words[heading] !== '');

/** Whether two say the same. */
export const saysTheSame = (one: Words, other: Words): boolean =>
	headings.every((heading) => one[heading] === other[heading]);

/** Why somebody else looks: because the two talk, or because of a case. */
export const grounds = ['talk', 'case'] as const;

/** One look at somebody’s wishes, as they are told of it. */
export interface Look {
	at: Date;
	ground: (typeof grounds)[number];
	/** Who looked, by the name they have towards this person; empty once they have gone. */
	by: string;
}
