import { compact } from '#platform/recurrence/rule.ts';
import { localText } from '#platform/recurrence/calendar-days.ts';
import { spanAt, type Span } from '#platform/recurrence/wall-clock.ts';

/**
 * The clocks of a zone as a calendar tells them (VTIMEZONE, RFC 5545, 3.6.5), right from one moment to another. Every change
 * in between is written out: what governments decide by the moon or from year to year follows no rule.
 */
export function timeZoneLines(zone: string, { from, until }: { from: Date; until: Date }): string[] {
	const kinds = new Map<string, Change[]>();
	for (const change of changesOf(zone, from.getTime(), until.getTime())) {
		const kind = `${change.before} ${change.after}`;
		kinds.set(kind, [...(kinds.get(kind) ?? []), change]);
	}
	return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...[...kinds.values()].flatMap(observance), 'END:VTIMEZONE'];
}

/** Clocks put forward or back. Offsets in milliseconds; `wall` is what they showed as it happened. */
interface Change {
	before: number;
	after: number;
	wall: number;
}

function* changesOf(zone: string, from: number, until: number): Generator<Change, void> {
	for (let span: Span = spanAt(zone, from); ; span = spanAt(zone, span.to)) {
		if (span.from === -Infinity) yield { before: span.offset, after: span.offset, wall: 0 };
		else {
			const { offset: before } = spanAt(zone, span.from - 1);
			yield { before, after: span.offset, wall: span.from + before };
		}
		if (span.to > until) return;
	}
}

/**
 * Readers do not ask which of the two it is; an offset that grows is called daylight. Every onset has a line of its own,
 * even the first: widespread readers pass over it where others follow, and over all but the first of a line.
 */
function observance(changes: readonly Change[]): string[] {
	const [first, ...again] = changes;
	if (!first) return [];
	const kind = first.after > first.before ? 'DAYLIGHT' : 'STANDARD';
	const onsets = changes.map(({ wall }) => compact(localText(wall)));
	return [
		`BEGIN:${kind}`,
		`DTSTART:${onsets[0]}`,
		`TZOFFSETFROM:${offsetText(first.before)}`,
		`TZOFFSETTO:${offsetText(first.after)}`,
		...(again.length > 0 ? onsets.map((onset) => `RDATE:${onset}`) : []),
		`END:${kind}`,
	];
}

/** `+0530`; clocks of long ago have seconds, too. */
function offsetText(offset: number): string {
	const seconds = Math.abs(offset) / 1_000;
	const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
	const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'));
	return `${offset < 0 ? '-' : '+'}${hours}${minutes}${rest === '00' ? '' : rest}`;
}
