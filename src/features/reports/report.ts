import type { Tier } from '#features/desk/case.ts';
import type { Id } from '#platform/ids.ts';
import { days } from '#platform/time.ts';

export type ReportId = Id<'report'>;

/**
 * What somebody can tell stewards, in plain words, and how near danger then is: the nearest first. Whoever is unsure is not
 * asked to know a rule.
 */
export const reasons = [
	'danger',
	'hurting-oneself',
	'threat',
	'contact',
	'hurtful',
	'private',
	'selling',
	'else',
] as const;
export type Reason = (typeof reasons)[number];

export const tierOf: Readonly<Record<Reason, Tier>> = {
	danger: 3,
	'hurting-oneself': 2,
	threat: 2,
	contact: 2,
	hurtful: 1,
	private: 1,
	selling: 1,
	else: 1,
};

export const includings = ['words', 'around', 'nothing'] as const;

/** What stewards are shown: its words as they are now, those around it as well, or only which thing it is. */
export type Including = (typeof includings)[number];

/** How far a report has come, for whoever made it: never who decided, and never what exactly was done about somebody. */
export const progresses = ['waiting', 'with-somebody', 'kept', 'measured', 'closed'] as const;
export type Progress = (typeof progresses)[number];

export const progressOf = (it: {
	state: 'open' | Exclude<Progress, 'waiting' | 'with-somebody'>;
	taken: boolean;
}): Progress => (it.state !== 'open' ? it.state : it.taken ? 'with-somebody' : 'waiting');

/** While no steward is on shift, so many people in good standing hide a thing until one has looked at it. */
export const HIDE_AT = 3;

/** What is known of somebody who reports. Nothing of it is shown to anybody but the desk, and none of it is a score. */
export interface Reporter {
	/** A day, `2026-11-22`. */
	joinedOn: string;
	/** How many things of theirs were measured in the last thirty days. */
	measuredLately: number;
	/** How many of their reports of the last ninety days are settled, and how many of those were looked at and kept. */
	settled: number;
	kept: number;
}

export const NEWCOMER_FOR = days(7);
const FEW = 4;

/**
 * Good standing: here for a week, nothing of theirs measured in a month, and of what they told, once that is four things or
 * more, at least half was not looked at and kept. It counts only for hiding: every report is looked at just the same.
 */
export function isInGoodStanding({ joinedOn, measuredLately, settled, kept }: Reporter, now: Date): boolean {
	if (new Date(`${joinedOn}T00:00Z`).getTime() + NEWCOMER_FOR > now.getTime()) return false;
	if (measuredLately > 0) return false;
	return settled < FEW || kept * 2 <= settled;
}
