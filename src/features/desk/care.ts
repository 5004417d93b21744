import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { after, days, hours, minutes } from '#platform/time.ts';
import type { Tier } from './case.ts';

/**
 * How much one steward carries. What is written here are values to start from. That hard material is best met in small
 * amounts, by choice, with breaks and with somebody to talk to is the advice of the Technology Coalition’s Employee Resilience
 * Guidebook (2015); that text which is blurred until somebody opens it lowers the load is shown for pictures by Das, Dang and
 * Lease (Fast, Accurate, and Healthier: Interactive Blurring Helps Moderators Reduce Emotional Exposure to Harmful Content,
 * HCOMP 2020). Neither gives numbers; these are ours, to be changed with what stewards say.
 */
export const LIMITS = {
	/** So many cases with danger near, one after another within `within`, and there is a pause. */
	beforePause: 3,
	within: hours(2),
	pause: minutes(20),
	/** After a case of the nearest danger, the next of them is for somebody else, for so long or until another case came between. */
	apart: hours(24),
	/** Cases of the nearest danger in seven days: from so many on it is said, and with so many it is enough. */
	warnAt: 4,
	stopAt: 8,
} as const;

/** Having worked on a case, and how near danger was. */
export interface Turn {
	tier: Tier;
	at: Date;
}

/** What somebody carries at a moment. */
export interface Load {
	/** Cases of the nearest danger in the last seven days. */
	thisWeek: number;
	/** Cases with danger near since the last pause, within two hours. */
	inARow: number;
	pauseUntil: Date | null;
	/** The last case was one of the nearest danger, and not long ago. */
	afterTheWorst: boolean;
	says: 'nothing' | 'much' | 'enough';
}

/** What somebody carries, from what they have worked on. */
export function loadOf(turns: readonly Turn[], now: Date): Load {
	const past = turns.filter(({ at }) => at <= now).toSorted((a, b) => a.at.getTime() - b.at.getTime());
	const thisWeek = past.filter(({ tier, at }) => tier === 3 && at > after(now, -days(7))).length;
	const last = past.at(-1);
	const { inARow, pauseUntil } = pauseAfter(past, now);
	return {
		thisWeek,
		inARow,
		pauseUntil: pauseUntil && pauseUntil > now ? pauseUntil : null,
		afterTheWorst: last?.tier === 3 && last.at > after(now, -LIMITS.apart),
		says: thisWeek >= LIMITS.stopAt ? 'enough' : thisWeek >= LIMITS.warnAt ? 'much' : 'nothing',
	};
}

/** Every third heavy one within two hours begins a pause, and with it one counts anew. */
function pauseAfter(past: readonly Turn[], now: Date) {
	let lately: Date[] = [];
	let pauseUntil: Date | null = null;
	for (const { tier, at } of past) {
		if (tier === 1) continue;
		lately = [...lately.filter((before) => before > after(at, -LIMITS.within)), at];
		if (lately.length < LIMITS.beforePause) continue;
		pauseUntil = after(at, LIMITS.pause);
		lately = [];
	}
	return { inARow: lately.filter((at) => at > after(now, -LIMITS.within)).length, pauseUntil };
}

export type TooMuch = 'pause-first' | 'not-two-in-a-row' | 'enough-this-week';

/**
 * Whether somebody may take a case on, for their own sake. A limit never leaves somebody in danger alone: where nobody else is
 * on shift, the nearest danger goes before it.
 */
export function decideTaking(
	load: Load,
	{ tier, othersOnShift }: { tier: Tier; othersOnShift: boolean },
): Ruling<TooMuch> {
	if (tier === 1 || (tier === 3 && !othersOnShift)) return allowed;
	if (load.pauseUntil) return refuse('pause-first');
	if (tier !== 3) return allowed;
	if (load.says === 'enough') return refuse('enough-this-week');
	return load.afterTheWorst ? refuse('not-two-in-a-row') : allowed;
}
