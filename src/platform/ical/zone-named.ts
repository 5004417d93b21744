import { DAY, dayOf, wallOf } from '#platform/recurrence/calendar-days.ts';
import { daysOf } from '#platform/recurrence/days.ts';
import { readMoment, readRule } from '#platform/recurrence/read-rule.ts';
import { offsetAt } from '#platform/recurrence/wall-clock.ts';
import { isZone } from '#platform/time.ts';
import { lineOf, linesNamed, type Component } from './components.ts';
import windowsZones from './windows-zones.json' with { type: 'json' };

const windows: ReadonlyMap<string, string> = new Map(
	Object.entries(windowsZones).map(([name, zone]) => [name.toLowerCase(), zone]),
);

/**
 * The IANA zone that a calendar means by a name: itself, the end of a longer name (`/mozilla.org/…/Europe/Paris`), the name
 * Windows has for it, or else one that keeps the very clocks the calendar describes. Undefined where there is none.
 */
export function zoneMeant(name: string, described: Component | undefined): string | undefined {
	return byName(name) ?? byName(locationIn(described)) ?? (described && byClocks(described));
}

const locationIn = (described: Component | undefined) =>
	(described && lineOf(described, 'X-LIC-LOCATION')?.value) ?? '';

function byName(name: string): string | undefined {
	const plain = name.trim().replace(/^"|"$/g, '');
	if (plain === '' || plain.length > 200) return undefined;
	if (['UTC', 'GMT', 'Z'].includes(plain.toUpperCase())) return 'UTC';
	const known = windows.get(plain.toLowerCase());
	if (known) return known;
	const parts = plain.split('/').filter((part) => part !== '');
	// “EST” and the like are zones by name only: people who write them mean a place whose clocks change.
	for (const count of [3, 2]) {
		const end = parts.slice(-count).join('/');
		if (parts.length >= count && isZone(end)) return new Temporal.ZonedDateTime(0n, end).timeZoneId;
	}
	return undefined;
}

/** The years in which a described zone has to keep the same clocks as a known one. */
const [FROM, UNTIL] = [Date.UTC(2024, 0), Date.UTC(2030, 0)];
const HOUR = 3_600_000;

function byClocks(described: Component): string | undefined {
	const changes = described.parts.flatMap(changesIn).sort((a, b) => a.at - b.at);
	const [first] = changes;
	if (!first || changes.some(({ after }) => Number.isNaN(after))) return undefined;
	const offset = (moment: number) => changes.findLast(({ at }) => at <= moment)?.after ?? first.before;
	const within = changes.filter(({ at }) => at >= FROM && at < UNTIL).map(({ at }) => at);
	const probes = [
		...within.flatMap((at) => [at - HOUR, at, at + HOUR]),
		...Array.from({ length: 72 }, (_, month) => FROM + month * 30.4 * DAY),
	];
	const same = (zone: string) => probes.every((moment) => offsetAt(zone, moment) === offset(moment));
	return [...windows.values()].find(same) ?? Intl.supportedValuesOf('timeZone').find(same);
}

interface Change {
	at: number;
	before: number;
	after: number;
}

/** The moments at which one of the two halves of a year begins. */
function changesIn(half: Component): Change[] {
	// Windows begins its zones in 1601, which is before any day that is told.
	const start = readMoment((lineOf(half, 'DTSTART')?.value.trim() ?? '').replace(/^1[0-8]\d\d/, '1970'));
	const before = offsetIn(lineOf(half, 'TZOFFSETFROM')?.value);
	const after = offsetIn(lineOf(half, 'TZOFFSETTO')?.value);
	const broken = [{ at: 0, before: NaN, after: NaN }];
	if (!start?.includes('T') || Number.isNaN(before)) return broken;

	const time = wallOf(start) - dayOf(start) * DAY;
	const walls = [wallOf(start)];
	for (const { value } of linesNamed(half, 'RDATE'))
		for (const each of value.split(',')) {
			const moment = readMoment(each.trim());
			if (moment?.includes('T')) walls.push(wallOf(moment));
		}
	for (const { value } of linesNamed(half, 'RRULE')) {
		const rule = readRule(value.trim());
		if ('refused' in rule) return broken;
		const last = rule.ends && 'on' in rule.ends ? wallOf(rule.ends.on.padEnd(16, 'T23:59')) : UNTIL;
		for (const day of daysOf(rule, dayOf(start), Math.max(dayOf(start), FROM / DAY - 400)))
			if (day * DAY + time > Math.min(last, UNTIL)) break;
			else walls.push(day * DAY + time);
	}
	return walls.map((wall) => ({ at: wall - before, before, after }));
}

function offsetIn(text: string | undefined): number {
	const [, sign, hours, minutes, seconds = '0'] =
		/^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(text?.trim() ?? '') ?? [];
	const size = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
	return sign === '-' ? -size : size;
}
