import { after, hours, minutes } from '#platform/time.ts';
import type { Patterns } from './patterns.ts';

/**
 * How a place is while many strangers push into it: slowly, and whoever came with them reads; or the same with its door
 * closed to anybody new.
 */
export type Calm = 'slow' | 'closed';

/** Within so long people come for it to be many at once … */
export const JOINS_WITHIN = minutes(10);
/** … and reports are made. */
export const FLAGS_WITHIN = minutes(5);
/** It ends by a press, and else by itself: a place is not kept slow because somebody forgot. */
export const CALM_FOR = hours(2);

/** Whether people come at once and are reported at once. Many who come are welcome, and many reports are read as ever. */
export const looksLikeRaid = (
	{ joins, flags }: { joins: number; flags: number },
	{ raidJoins, raidFlags }: Pick<Patterns, 'raidJoins' | 'raidFlags'>,
): boolean => joins > raidJoins && flags > raidFlags;

/** Since when somebody counts as having come with the others. */
export const cameWithThem = (since: Date): Date => after(since, -JOINS_WITHIN);

/** How a place is at a moment. */
export const calmAt = (
	{ calm, since }: { calm: Calm | null; since: Date | null },
	now: Date,
): { calm: Calm; since: Date } | undefined =>
	calm && since && after(since, CALM_FOR) > now ? { calm, since } : undefined;
