import type { Change, Recurrence } from '#platform/recurrence/recurrence.ts';
import type { Component } from './components.ts';
import { linesIn, type ContentLine } from './content-lines.ts';
import { readChange, readWhen, type WhenMistake } from './read-when.ts';
import { changeLines, linesOf } from './recurrence-lines.ts';
import { zoneMeant } from './zone-named.ts';

/**
 * A recurrence by itself, as the lines that an event has for it. Each single change follows, from a `RECURRENCE-ID` on.
 * Reading it gives the same recurrence.
 */
export const recurrenceText = (recurrence: Recurrence): string =>
	[...linesOf(recurrence), ...recurrence.changes.flatMap((change) => linesOfChange(recurrence, change))].join(
		'\n',
	);

const linesOfChange = (recurrence: Recurrence, change: Change) => [
	...changeLines(recurrence, change),
	...(change.to ? [] : ['STATUS:CANCELLED']),
];

/** Reads what `recurrenceText` writes, or somebody by hand. `zone` is for times that name none, and for whole days. */
export function readRecurrence(text: string, { zone }: { zone: string }): Recurrence | WhenMistake {
	const [whole, ...others] = partsOf(text);
	const context = { zones: (name: string) => zoneMeant(name, undefined), floating: zone };
	const when = readWhen(whole, context);
	if ('refused' in when) return when;
	const changes = [];
	for (const part of others) {
		const change = readChange(part, when, context);
		if ('refused' in change) return change;
		changes.push(change);
	}
	return { ...when, changes: [...when.changes, ...changes] };
}

function partsOf(text: string): [Component, ...Component[]] {
	const lines: [ContentLine[], ...ContentLine[][]] = [[]];
	for (const line of linesIn(text)) {
		if (line.name === 'RECURRENCE-ID') lines.push([]);
		lines.at(-1)!.push(line);
	}
	const part = (some: ContentLine[]): Component => ({
		name: 'VEVENT',
		lines: some,
		parts: [],
		line: some[0]?.line ?? 1,
	});
	const [whole, ...others] = lines;
	return [part(whole), ...others.map(part)];
}
