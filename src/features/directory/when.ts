import { after, hours, minutes } from '#platform/time.ts';
import { LONGEST, wallOf, type Coming } from './coming.ts';
import { partOf, partsOfDay, type Day, type PartOfDay } from './times.ts';

/** What may be asked of when something is. `now` is going on, or begins within half an hour. */
export interface When {
	when?: 'now' | 'today' | 'tomorrow' | undefined;
	day?: Day | undefined;
	part?: PartOfDay | undefined;
}

/** A stretch of time on the reader’s clocks: in moments, and as every clock would show it. Ends are not in it. */
export interface Stretch {
	from: Date;
	to: Date;
	wallFrom: string;
	wallTo: string;
}

/** How soon is now. */
export const SOON = minutes(30);
/** How far ahead days are looked through: nothing that comes back at all stays away longer. */
const FAR = 400;

export const asksWhen = ({ when, day, part }: When) =>
	when !== undefined || day !== undefined || part !== undefined;

/** The stretches of the reader’s time in which something may begin. `now` is one that began at most twelve hours ago. */
export function stretchesOf(asked: When, now: Date, zone: string): readonly Stretch[] {
	if (asked.when === 'now') return [momentsAround(now, zone)];
	const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
	// What is over is not ahead; what is going on may still be joined.
	const from = after(now, -LONGEST);
	return stretchesFrom(today, asked, zone).map((each) =>
		each.from < from ? { ...each, from, wallFrom: wallOf(from, zone) } : each,
	);
}

/** Hundreds of days on somebody’s clocks take longer to work out than to search for, and are the same all day. */
const keptStretches = new Map<string, readonly Stretch[]>();
const MOST_KEPT = 200;

function stretchesFrom(today: Temporal.PlainDate, { when, day, part }: When, zone: string) {
	const key = [today, when, day, part, zone].join(' ');
	const kept = keptStretches.get(key);
	if (kept) return kept;
	const dates =
		when === 'today'
			? [today]
			: when === 'tomorrow'
				? [today.add({ days: 1 })]
				: Array.from({ length: FAR }, (_, ahead) => today.add({ days: ahead }));
	const asked = dates.filter((date) => day === undefined || date.dayOfWeek % 7 === day);
	const whole = joined(
		asked.flatMap((date) => hoursOf(part).map(([from, to]) => stretch(date, from, to, zone))),
	);
	if (keptStretches.size >= MOST_KEPT) keptStretches.clear();
	keptStretches.set(key, whole);
	return whole;
}

const momentsAround = (now: Date, zone: string): Stretch => {
	const [from, to] = [after(now, -LONGEST), after(now, SOON)];
	return { from, to, wallFrom: wallOf(from, zone), wallTo: wallOf(to, zone) };
};

const hoursOf = (part: PartOfDay | undefined): [number, number][] => {
	if (part === undefined) return [[0, 24]];
	const { from, to } = partsOfDay[part];
	return from < to
		? [[from, to]]
		: [
				[0, to],
				[from, 24],
			];
};

function stretch(date: Temporal.PlainDate, from: number, to: number, zone: string): Stretch {
	const [begins, ends] = [from, to].map((hour) =>
		date.toPlainDateTime({ hour: hour % 24 }).add({ days: hour === 24 ? 1 : 0 }),
	);
	return {
		from: new Date(begins!.toZonedDateTime(zone).epochMilliseconds),
		to: new Date(ends!.toZonedDateTime(zone).epochMilliseconds),
		wallFrom: begins!.toString({ smallestUnit: 'minute' }),
		wallTo: ends!.toString({ smallestUnit: 'minute' }),
	};
}

/** Stretches that touch are one: days in a row, nights over midnight. */
function joined(some: readonly Stretch[]): Stretch[] {
	const all: Stretch[] = [];
	for (const each of some) {
		const last = all.at(-1);
		if (last && last.to.getTime() === each.from.getTime() && last.wallTo === each.wallFrom)
			all[all.length - 1] = { ...last, to: each.to, wallTo: each.wallTo };
		else all.push(each);
	}
	return all;
}

/** A time of a listing, and whose clocks it is looked for on. */
export interface Kept extends Coming {
	onReadersClocks: boolean;
	onOwnClocks: boolean;
}

/** The first time that is not over and begins in one of the stretches, if there are any. The same rule as `fitting.ts`. */
export function nextOf(
	kept: readonly Kept[],
	{
		stretches,
		isNow,
		now,
		wallNow,
		zone,
	}: {
		stretches: readonly Stretch[] | undefined;
		isNow: boolean;
		now: Date;
		/** `now` on the reader’s clocks. */
		wallNow: string;
		zone: string;
	},
): Kept | undefined {
	let next: Kept | undefined;
	let soonest = Infinity;
	for (const each of kept) {
		const begins = momentOf(each, zone);
		if (begins >= soonest || isOver(each, now, wallNow)) continue;
		if (stretches && !liesIn(each, stretches, isNow)) continue;
		[next, soonest] = [each, begins];
	}
	return next;
}

/** Whether a time begins in one of these stretches, which are in order; `anywhere`, whosever clocks count. */
export const liesIn = (
	{ startsAt, wall, onReadersClocks, onOwnClocks }: Kept,
	stretches: readonly Stretch[],
	anywhere = false,
): boolean =>
	(startsAt !== null &&
		(onReadersClocks || anywhere) &&
		liesBetween(
			stretches,
			({ from }) => from <= startsAt,
			({ to }) => startsAt < to,
		)) ||
	(onOwnClocks &&
		!(anywhere && startsAt !== null) &&
		liesBetween(
			stretches,
			({ wallFrom }) => wallFrom <= wall,
			({ wallTo }) => wall < wallTo,
		));

/** Of what has begun the last is the only one that may not be over. */
function liesBetween(
	stretches: readonly Stretch[],
	hasBegun: (each: Stretch) => boolean,
	isNotOver: (each: Stretch) => boolean,
): boolean {
	let [low, high] = [0, stretches.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (hasBegun(stretches[middle]!)) low = middle + 1;
		else high = middle;
	}
	return low > 0 && isNotOver(stretches[low - 1]!);
}

const isOver = ({ startsAt, wall, minutes: lasts }: Coming, now: Date, wallNow: string) =>
	startsAt
		? after(startsAt, minutes(lasts)) <= now
		: Temporal.PlainDateTime.from(wall).add({ minutes: lasts }).toString({ smallestUnit: 'minute' }) <=
			wallNow;

/** Where a list names no zone, the reader’s clocks are taken for those of the place. */
export const momentOf = ({ startsAt, wall }: Coming, zone: string): number =>
	startsAt?.getTime() ?? Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds;

/** Hours that somebody has to themselves, as they say it: `weekday-evening`. */
export type FreeHours = `${'weekday' | 'weekend'}-${PartOfDay}`;

/** Whether a time falls into somebody’s free hours, on the clocks on which they would go there. */
export function fitsInto(
	free: readonly FreeHours[],
	{ startsAt, wall, onReadersClocks }: Kept,
	zone: string,
): boolean {
	const there = startsAt && onReadersClocks ? wallOf(startsAt, zone) : wall;
	const kind = Temporal.PlainDate.from(there.slice(0, 10)).dayOfWeek >= 6 ? 'weekend' : 'weekday';
	return free.includes(`${kind}-${partOf(Number(there.slice(11, 13)))}`);
}

export const HOUR = hours(1);
