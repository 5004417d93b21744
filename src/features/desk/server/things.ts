import type { Reportable } from '#platform/reportable.ts';

let known: readonly Reportable[] = [];

/**
 * Tells the desk what can be reported, once, by the composition: nobody else knows every feature. Answers with the same, so
 * that the list is written in one place.
 */
export function knowReportables(all: readonly Reportable[]): readonly Reportable[] {
	known = all;
	return all;
}

/** The kind of thing that `message:0198…` names, and its id; undefined for what nobody hands over, such as a pattern. */
export function thingNamed(about: string): { reportable: Reportable; id: string } | undefined {
	const [prefix, id] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)];
	const reportable = known.find((each) => each.prefix === prefix);
	return reportable && id ? { reportable, id } : undefined;
}
