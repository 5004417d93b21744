import type { Id } from '#platform/ids.ts';
import { hours } from '#platform/time.ts';

export type AskId = Id<'ask'>;
export type OfferId = Id<'offer'>;
export type TaskId = Id<'asking-task'>;

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

/**
 * Whom an ask is put to: only the one it names; the one that was chosen, and whoever fits next when they cannot; whoever fits
 * and has room first; whoever the next matching finds.
 */
export const ways = ['one', 'chosen', 'first-free', 'round'] as const;
export type Way = (typeof ways)[number];

/** A card waits for its supporter so long. */
export const LAPSES_AFTER = hours(12);

/** The next matching: every full hour. */
export const nextRoundAfter = (now: Date): Date =>
	new Date((Math.floor(now.getTime() / hours(1)) + 1) * hours(1));

/** After so long somebody who still waits is asked which wish may bend… */
export const BEND_AFTER = hours(24);
/** …and after so long a coordinator is asked to look, too. */
export const HAND_ON_AFTER = hours(48);
