import { obstaclesBetween } from '#features/matching/feasible.ts';
import type { Ask, Organisation, Run } from './organisation.ts';

/** What one run came to. */
export interface Measures {
	/** The part of asks that led to a pairing within a day, of those that anybody here could take. */
	withinADay: number;
	/** The part of asks that nobody here could take: no rule is relaxed for them. */
	nobody: number;
	/** The part of people who were paired at all. */
	matched: number;
	/** Pairings begun for each place. */
	pairings: number;
	/** How well those who were paired fit. */
	score: number;
	/** Hours that half waited at most. */
	median: number;
	/** Hours that nine in ten waited at most. Whoever left without a pairing counts as waiting until the end. */
	wait: number;
	worstLanguage: number;
	worstIdentity: number;
	/** How unevenly supporters carry, by the part of their places that was taken: 0 is all alike. */
	gini: number;
	/** Of a hundred pairings, those after which somebody else was asked for. */
	again: number;
	violations: number;
}

/** The first days fill an organisation that was empty; who asks in the last two is not followed long enough. */
const FROM_DAY = 10;
const LAST_DAYS = 2;
/** Smaller groups say nothing about themselves in one run. */
const LEAST = 30;

export function measure(here: Organisation, run: Run): Measures {
	const until = run.days * 24;
	const asks = here.asks.filter(
		({ askedAt }) => askedAt >= FROM_DAY * 24 && askedAt < until - LAST_DAYS * 24,
	);
	const waits = (some: readonly Ask[]) =>
		some.map(({ state, askedAt, endedAt }) => (state === 'paired' ? endedAt : until) - askedAt);
	const places = [...here.team.people.values()].reduce((sum, { told }) => sum + told.cap, 0);
	const pairedAsks = asks.filter(({ state }) => state === 'paired');
	const possible = asks.filter((ask) => isInTime(ask) || couldBeTaken(ask, here));
	const firsts = asks.filter(({ before }) => before === 0);
	const worst = (groupOf: (ask: Ask) => string) =>
		Math.max(
			...[...Map.groupBy(asks, groupOf).values()]
				.filter((group) => group.length >= LEAST)
				.map((group) => quantile(waits(group), 0.9)),
		);
	return {
		withinADay: part(possible, isInTime),
		nobody: 1 - possible.length / asks.length,
		matched: part(firsts, ({ state }) => state === 'paired'),
		pairings: pairedAsks.length / places,
		score: mean(pairedAsks.map(({ score }) => score)),
		median: quantile(waits(asks), 0.5),
		wait: quantile(waits(asks), 0.9),
		worstLanguage: worst(({ person }) => person.told.languages[0]!.language),
		worstIdentity: worst(({ person }) => person.identity),
		gini: gini(
			[...here.team.people.values()].map(({ told: { id, cap } }) => (here.team.carried.get(id) ?? 0) / cap),
		),
		again: (100 * asks.filter(({ before }) => before > 0).length) / pairedAsks.length,
		violations: here.violations,
	};
}

const isInTime = ({ state, askedAt, endedAt }: Ask) => state === 'paired' && endedAt - askedAt <= 24;

const couldBeTaken = ({ state, person }: Ask, here: Organisation) =>
	state === 'paired' ||
	[...here.team.people.values()].some(({ told }) =>
		obstaclesBetween(person.told, told).every((obstacle) => obstacle === 'full' || obstacle === 'not-open'),
	);

export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

export function quantile(values: readonly number[], at: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

const part = <Of>(all: readonly Of[], is: (each: Of) => boolean) => all.filter(is).length / all.length;

/** Half the mean difference between any two, beside the mean (Gini 1912). */
function gini(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const sum = sorted.reduce((total, value) => total + value, 0);
	const ranked = sorted.reduce(
		(total, value, place) => total + (2 * (place + 1) - sorted.length - 1) * value,
		0,
	);
	return sum > 0 ? ranked / (sorted.length * sum) : 0;
}
