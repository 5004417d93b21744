import { hours, minutes } from '#platform/time.ts';

/** So many waits say something; fewer than this are luck. */
export const ENOUGH = 8;
/** Hours of the week count as the same this far apart. */
const NEAR = 1;
const HOURS_OF_WEEK = 168;
/** What is told reaches from here to there: of five who wait, about one is reached sooner and one later. */
const [SOON, LATE] = [0.2, 0.8];

/** A wait that is over: how long it was, what came of it, and when. Nothing says whose. */
export interface PastWait {
	/** Minutes, and parts of them. */
	waited: number;
	cameOfIt: 'answered' | 'left' | 'nobody-came';
	/** 0 to 167: the hour of the week it began in. */
	hourOfWeek: number;
	/** Within how many minutes they were told somebody would come; null where nothing was told. */
	toldMost: number | null;
}

/** How long it will be, as somebody can be told it. */
export interface Wait {
	/** Whole minutes. */
	least: number;
	/** Null where so many were not reached lately that nobody knows. */
	most: number | null;
	/** Whether that is how it is at this hour of the week, or how it is at any. */
	basis: 'this-hour' | 'any-hour';
}

/** The hour of the week that a moment lies in: 0 begins on Monday at midnight, in UTC. */
export const hourOfWeek = (moment: Date): number =>
	// The first of January 1970 was a Thursday.
	(Math.floor(moment.getTime() / hours(1)) + 3 * 24) % HOURS_OF_WEEK;

/**
 * How much longer it will be for somebody who has waited `waited` minutes, from how long others waited lately who had waited
 * so long, too. Those who left, and those to whom nobody came, would have waited longer: leaving them out would tell less
 * than the truth, so they count for as long as they were there (Kaplan and Meier 1958). Undefined where too few were
 * answered to say anything honest.
 */
export function waitNow(
	lately: readonly PastWait[],
	{ hourOfWeek: hour, waited = 0 }: { hourOfWeek: number; waited?: number },
): Wait | undefined {
	const alike = lately
		.filter((past) => past.waited > waited)
		.map((past) => ({ ...past, waited: past.waited - waited }));
	const near = alike.filter((past) => hoursApart(past.hourOfWeek, hour) <= NEAR);
	const basis = isEnough(near) ? 'this-hour' : 'any-hour';
	const among = basis === 'this-hour' ? near : alike;
	if (!isEnough(among)) return undefined;

	const soon = reachedBy(among, SOON);
	if (soon === undefined) return undefined;
	const late = reachedBy(among, LATE);
	const least = roundly(soon, Math.floor);
	return { least, most: late === undefined ? null : Math.max(least + 1, roundly(late, Math.ceil)), basis };
}

const isEnough = (waits: readonly PastWait[]) =>
	waits.filter(({ cameOfIt }) => cameOfIt === 'answered').length >= ENOUGH;

function hoursApart(one: number, other: number): number {
	const apart = Math.abs(one - other);
	return Math.min(apart, HOURS_OF_WEEK - apart);
}

/** The minutes within which this share is reached by somebody; undefined when it never was. */
function reachedBy(waits: readonly PastWait[], share: number): number | undefined {
	const inOrder = waits.toSorted(
		// Whoever leaves at the moment at which another is reached was still there then.
		(a, b) => a.waited - b.waited || Number(a.cameOfIt !== 'answered') - Number(b.cameOfIt !== 'answered'),
	);
	let unreached = 1;
	for (const [index, { waited, cameOfIt }] of inOrder.entries()) {
		if (cameOfIt !== 'answered') continue;
		const there = inOrder.length - index;
		unreached *= (there - 1) / there;
		if (unreached <= 1 - share + Number.EPSILON * 100) return waited;
	}
	return undefined;
}

/** To the minute below ten, to five minutes above: nobody knows better. */
const roundly = (time: number, round: (value: number) => number): number =>
	time < 10 ? round(time) : round(time / 5) * 5;

/**
 * Of ten who were told a time lately, how many were reached within it. Whoever left before it was over may have been; they
 * count neither way. Null before there are enough.
 */
export function keptOfTen(lately: readonly PastWait[]): number | null {
	const known = lately.flatMap(({ toldMost, waited, cameOfIt }) => {
		if (toldMost === null) return [];
		if (cameOfIt === 'answered') return [waited <= toldMost];
		return waited > toldMost ? [false] : [];
	});
	if (known.length < ENOUGH) return null;
	return Math.round((10 * known.filter(Boolean).length) / known.length);
}

/** Minutes between two moments. */
export const minutesBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / minutes(1);
