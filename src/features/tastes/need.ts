import type { Id } from '#platform/ids.ts';
import { days } from '#platform/time.ts';
import { topics } from './answers.ts';

export type UnmetNeedId = Id<'unmet-need'>;

/** What a group that there is not could be about: a field of life, or something that none of them names. */
export const needTopics = [...topics, 'other'] as const;
export type NeedTopic = (typeof needTopics)[number];

/** When somebody could come to it. */
export const needTimes = ['any', 'daytime', 'evening', 'night', 'weekend'] as const;
export type NeedTime = (typeof needTimes)[number];

/** How it could meet. */
export const needFormats = ['any', 'text', 'online', 'in-person', 'one-to-one'] as const;
export type NeedFormat = (typeof needFormats)[number];

/** A group that somebody missed. Nothing says who. */
export interface Need {
	topic: NeedTopic;
	/** BCP 47. */
	language: string;
	time: NeedTime;
	format: NeedFormat;
}

/** What was asked for is forgotten after this. */
export const KEPT_FOR = days(180);

/** Fewer than so many are not told one by one: somebody could know who they are. */
export const FEW = 3;

/** How often something was asked for; what was asked for rarely is told together, and may be too little even so. */
export interface Tally {
	told: { of: string; count: number }[];
	others: { is: 'none' } | { is: 'few' } | { is: 'counted'; count: number };
}

export function tallyOf(counts: readonly { of: string; count: number }[]): Tally {
	const told = counts
		.filter(({ count }) => count >= FEW)
		.toSorted((a, b) => b.count - a.count || (a.of < b.of ? -1 : 1));
	const rest = counts.filter(({ count }) => count < FEW).reduce((sum, { count }) => sum + count, 0);
	if (rest === 0) return { told, others: { is: 'none' } };
	return { told, others: rest < FEW ? { is: 'few' } : { is: 'counted', count: rest } };
}
