import type { Kind } from './fields.ts';
import type { Format } from './list-formats.ts';

/**
 * Where bringing in a list stands. It is `reading` until it is compared, `ready` until somebody decides, `held` when it
 * came by itself and should be looked at first, and `coming-in` while it is written.
 */
export type ImportState =
	'reading' | 'refused' | 'ready' | 'held' | 'coming-in' | 'done' | 'stopped' | 'undone';

/** How often the address of a list is looked at. */
export const often = ['day', 'week'] as const;
export type Often = (typeof often)[number];

/** Why a list could not be read, as it is kept: what was refused, and what it stumbled over. */
export interface Problem {
	refused: string;
	about?: string;
	row?: number;
	field?: string | undefined;
	found?: Kind;
	atMost?: number;
	/** The list that a web page announces. */
	feed?: string | undefined;
}

/** A list as it was known before an import, for taking that back. Null: it was not known. */
export type FeedBefore = {
	source: string;
	zone: string | null;
	format: Format | null;
	changed_at: string;
};

/**
 * Whether a list has lost so much that somebody should look first: more than half of what it had. That is far more often
 * an accident than the end of all these groups.
 */
export const lostMost = ({ gone, before }: { gone: number; before: number }): boolean => gone * 2 > before;
