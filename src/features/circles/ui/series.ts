import { patternOf } from '#platform/recurrence/pattern.ts';
import type { Reading } from '#ui/reading.ts';

/** A series of meetings as one says it: “Every 2 weeks, 19:00 (Europe/Paris)”. */
export function saidSeries(
	say: Reading['say'],
	{ rule, at, zone }: { rule: string; at: string; zone: string },
): string {
	const pattern = patternOf(rule);
	return say('circles.meetings.series.says', {
		every: pattern?.every ?? 'once',
		n: pattern?.every === 'weeks' ? pattern.n : 1,
		at: at.slice(0, 5),
		zone,
	});
}
