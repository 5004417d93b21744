import type { Step, Verdict } from './ladder.ts';
import { steps } from './ladder.ts';

/** Below this a number could be about somebody whom somebody knows. */
export const SMALL = 5;

/** A number, or why there is none: it is small, or it could be worked out from one that is. */
export type Told = number | 'few' | 'left-out';

/** A sum and what it is the sum of, all of which may be told. */
export interface Counted<Part extends string> {
	all: Told;
	parts: Readonly<Record<Part, Told>>;
}

/**
 * Tells a sum with its parts so that nobody small can be found in it: a part of one to four is “fewer than five”, and then the
 * sum is left out, because whoever knows the other parts would only have to subtract. A sum is told only when everything in it
 * is. No sums over several quarters are told at all, and only quarters that are over, so that nothing can be had from the
 * difference of two days either.
 */
export function tell<Part extends string>(counts: Readonly<Record<Part, number>>): Counted<Part> {
	const entries = Object.entries<number>(counts) as [Part, number][];
	const parts = Object.fromEntries(entries.map(([part, count]) => [part, alone(count)])) as Record<
		Part,
		Told
	>;
	const total = entries.reduce((sum, [, count]) => sum + count, 0);
	const hidden = Object.values<Told>(parts).some((told) => typeof told !== 'number');
	return { all: hidden ? 'left-out' : total, parts };
}

/** The same for a number that is no part of anything told. */
export const alone = (count: number): Told => (count > 0 && count < SMALL ? 'few' : count);

/** What happened at the desk, as far as sums need it. */
export interface CaseHappening {
	kind: 'report' | 'words' | 'pattern';
	openedAt: Date;
	/** Null while it goes on. */
	settled: { at: Date; outcome: 'kept' | 'measured' | 'closed' } | null;
}

export interface MeasureHappening {
	step: Step;
	decidedAt: Date;
	appealedAt: Date | null;
	judged: { at: Date; verdict: Verdict } | null;
	/** When stewards thought better of it by themselves. */
	liftedAt: Date | null;
}

/** How long something took, in minutes: half were faster than the one, nine of ten faster than the other. */
export interface HowFast {
	median: number;
	p90: number;
}

/** What stewards did in three months. */
export interface Quarter {
	/** `2026-10-01`: its first day, in UTC. */
	since: string;
	opened: Counted<CaseHappening['kind']>;
	settled: Counted<'kept' | 'measured' | 'closed'>;
	measures: Counted<Step>;
	appealed: Told;
	judged: Counted<Verdict>;
	lifted: Told;
	/** From the first word of it to the decision. Undefined where there are too few to tell. */
	decidedWithin: HowFast | undefined;
	/** From appeal to answer. */
	answeredWithin: HowFast | undefined;
}

/** The first day of the quarter that a moment is in, and of those before it, the latest first. Only quarters that are over. */
export function quartersBefore(now: Date, count: number): { since: Date; until: Date }[] {
	const first = Math.floor(now.getUTCMonth() / 3) * 3;
	return Array.from({ length: count }, (_, ago) => ({
		since: new Date(Date.UTC(now.getUTCFullYear(), first - 3 * (ago + 1), 1)),
		until: new Date(Date.UTC(now.getUTCFullYear(), first - 3 * ago, 1)),
	}));
}

export function quarterOf(
	{ since, until }: { since: Date; until: Date },
	cases: readonly CaseHappening[],
	measures: readonly MeasureHappening[],
): Quarter {
	const within = (at: Date | null | undefined): at is Date => at != null && at >= since && at < until;
	const opened = cases.filter(({ openedAt }) => within(openedAt));
	const settled = cases.filter((one) => within(one.settled?.at));
	const judged = measures.filter((measure) => within(measure.judged?.at));
	const count = <Of extends string, Thing>(
		parts: readonly Of[],
		things: readonly Thing[],
		of: (one: Thing) => Of,
	) =>
		tell(
			Object.fromEntries(
				parts.map((part) => [part, things.filter((one) => of(one) === part).length]),
			) as Record<Of, number>,
		);
	return {
		since: since.toISOString().slice(0, 10),
		opened: count(['report', 'words', 'pattern'], opened, ({ kind }) => kind),
		settled: count(['kept', 'measured', 'closed'], settled, (one) => one.settled!.outcome),
		measures: count(
			steps,
			measures.filter(({ decidedAt }) => within(decidedAt)),
			({ step }) => step,
		),
		appealed: alone(measures.filter(({ appealedAt }) => within(appealedAt)).length),
		judged: count(['upheld', 'overturned'], judged, (measure) => measure.judged!.verdict),
		lifted: alone(measures.filter(({ liftedAt }) => within(liftedAt)).length),
		decidedWithin: howFast(settled.map((one) => one.settled!.at.getTime() - one.openedAt.getTime())),
		answeredWithin: howFast(
			judged.map(({ judged: at, appealedAt }) => at!.at.getTime() - appealedAt!.getTime()),
		),
	};
}

/** By nearest rank, from milliseconds, up to the next whole minute. */
export function howFast(durations: readonly number[]): HowFast | undefined {
	if (durations.length < 2 * SMALL) return undefined;
	const sorted = [...durations].sort((a, b) => a - b);
	const rank = (share: number) => Math.ceil(sorted[Math.ceil(share * sorted.length) - 1]! / 60_000);
	return { median: rank(0.5), p90: rank(0.9) };
}
