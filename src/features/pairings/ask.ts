import type { Id } from '#platform/ids.ts';
import { hours } from '#platform/time.ts';

export type AskId = Id<'ask'>;
export type OfferId = Id<'offer'>;

/** What would help. */
export const helps = ['listen', 'ideas', 'company', 'decide', 'distract'] as const;
export type Help = (typeof helps)[number];

/** What somebody asks, as a supporter’s card shows it; nothing else of them is on it. */
export interface Card {
	help: Help;
	/** What to avoid, in the asker’s words. */
	avoid: string;
	/** BCP 47. */
	language: string;
}

/** Waiting for an answer; answered with a yes; or its asker waits no longer. */
export type AskState = 'waiting' | 'paired' | 'left';

/** A card waits for its supporter so long. */
export const LAPSES_AFTER = hours(12);

/** How much of a supporter’s room is taken. */
export interface Carrying {
	pairings: number;
	newThisWeek: number;
}

/** Whether one more may come to somebody. */
export const hasRoom = (
	{ pairings, newThisWeek }: Carrying,
	caps: { pairings: number; newAWeek: number },
): boolean => pairings < caps.pairings && newThisWeek < caps.newAWeek;
