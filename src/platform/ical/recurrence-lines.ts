import { DAY, dateText, localText, wallOf } from '#platform/recurrence/calendar-days.ts';
import type { Change, Duration, Recurrence } from '#platform/recurrence/recurrence.ts';
import { compact, writeRule } from '#platform/recurrence/rule.ts';
import { instantOf, wallAt } from '#platform/recurrence/wall-clock.ts';

type Clock = Pick<Recurrence, 'zone' | 'wholeDays'>;

/** The lines of an event that say when it is, its single changes left out. */
export function linesOf({ start, lasts, rule, also, except, ...clock }: Recurrence): string[] {
	return [
		...spanLines(clock, start, lasts),
		...(rule ? [`RRULE:${writeRule(rule)}`] : []),
		...datesLines('RDATE', clock, also),
		...datesLines('EXDATE', clock, except),
	];
}

/** The lines of an event that stands for one changed occurrence. One that is called off keeps the time it would have had. */
export const changeLines = ({ lasts, ...clock }: Recurrence, { of, to }: Change): string[] => [
	momentLine('RECURRENCE-ID', clock, of),
	...(to ? spanLines(clock, to.start, to.lasts) : spanLines(clock, of, lasts)),
];

/** An exact length is written by its end, for those who know no DURATION, unless that end is on the clocks twice. */
function spanLines(clock: Clock, start: string, lasts: Duration): string[] {
	const begins = momentLine('DTSTART', clock, start);
	const { days, seconds } = lasts;
	if (clock.wholeDays) {
		const after = dateText(wallOf(start) / DAY + days);
		return [begins, momentLine('DTEND', clock, `${after}T00:00`)];
	}
	if (days === 0 && seconds > 0 && !start.endsWith('Z')) {
		const end = instantOf(clock.zone, wallOf(start)) + seconds * 1_000;
		const shown = wallAt(clock.zone, end);
		if (instantOf(clock.zone, shown) === end) return [begins, momentLine('DTEND', clock, localText(shown))];
	}
	return [begins, `DURATION:${durationText(lasts)}`];
}

function durationText({ days, seconds }: Duration): string {
	const units = [
		[Math.floor(seconds / 3_600), 'H'],
		[Math.floor(seconds / 60) % 60, 'M'],
		[seconds % 60, 'S'],
	] as const;
	// Between hours and seconds there have to be minutes, even none (RFC 5545, 3.3.6).
	const [first, last] = [units.findIndex(([n]) => n > 0), units.findLastIndex(([n]) => n > 0)];
	const time =
		first === -1
			? ''
			: units
					.slice(first, last + 1)
					.map(([n, unit]) => `${n}${unit}`)
					.join('');
	if (days === 0 && time === '') return 'PT0S';
	return `P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}

/** Moments in UTC stand in a line of their own: one line has one kind. */
function datesLines(name: string, clock: Clock, texts: readonly string[]): string[] {
	const [utc, local] = [
		texts.filter((text) => text.endsWith('Z')),
		texts.filter((text) => !text.endsWith('Z')),
	];
	return [local, utc].flatMap((some) => {
		const [first, ...more] = some;
		if (first === undefined) return [];
		return [[momentLine(name, clock, first), ...more.map((text) => momentText(clock, text))].join(',')];
	});
}

function momentLine(name: string, clock: Clock, text: string): string {
	const value = momentText(clock, text);
	if (clock.wholeDays) return `${name};VALUE=DATE:${value}`;
	return value.endsWith('Z') ? `${name}:${value}` : `${name};TZID=${clock.zone}:${value}`;
}

const momentText = ({ zone, wholeDays }: Clock, text: string) => {
	if (wholeDays) return compact(text.slice(0, 10));
	return compact(zone === 'UTC' && !text.endsWith('Z') ? `${text}Z` : text);
};
