import { readRecurrence } from '#platform/ical/recurrence-text.ts';
import { weekdays } from '#platform/recurrence/calendar-days.ts';
import { describe } from '#platform/recurrence/describe.ts';
import type { Recurrence } from '#platform/recurrence/recurrence.ts';
import type { Listing } from './listing.ts';
import { sensible } from './told.ts';
import type { Day } from './times.ts';

type Weekly = Pick<Listing, 'days' | 'time' | 'minutes' | 'zone'>;

/** What weeks can say of the times of a listing: every week, at one time of the day, without an end or an exception. */
export function weeklyOf({ times, zone }: Pick<Listing, 'times' | 'zone'>): Weekly | undefined {
	const all = times.map((text) => {
		const read = readRecurrence(text, { zone: zone ?? 'UTC' });
		return 'refused' in read ? undefined : weeklyIn(read);
	});
	const [first, ...others] = all;
	const alike = (one: Weekly | undefined) =>
		one && first && one.time === first.time && one.minutes === first.minutes && one.zone === first.zone;
	if (!first || !others.every(alike)) return undefined;
	const days = all.flatMap((one) => one?.days ?? []);
	return { ...first, days: [...new Set(days)].sort((a, b) => a - b) };
}

function weeklyIn(recurrence: Recurrence): Weekly | undefined {
	const { how, at, months, ends, withChanges } = describe(recurrence);
	const plain = how.every === 'week' && how.n === 1 && months.length === 0 && ends === null && !withChanges;
	const { days, seconds } = recurrence.lasts;
	if (!plain || at === null || days > 0) return undefined;
	return {
		days: how.weekdays.map((day) => ((weekdays.indexOf(day) + 1) % 7) as Day),
		time: at,
		minutes: sensible(Math.round(seconds / 60)),
		zone: recurrence.zone,
	};
}
