import type { Span } from '#features/supporters/availability.ts';
import type { Caps } from '#features/supporters/supporter.ts';
import { hours } from '#platform/time.ts';

/** How much of a supporter’s room is taken. */
export interface Carrying {
	pairings: number;
	newThisWeek: number;
	/** Hours of talks that are booked in this week. */
	hoursThisWeek: number;
}

/** Whether one more may come to somebody. */
export const hasRoom = (
	{ pairings, newThisWeek, hoursThisWeek }: Carrying,
	caps: Pick<Caps, 'pairings' | 'newAWeek' | 'hoursAWeek'>,
): boolean => pairings < caps.pairings && newThisWeek < caps.newAWeek && hoursThisWeek < caps.hoursAWeek;

/**
 * Whether one more talk fits into what somebody gives of that week, on their own clocks: hours of talks, and nights with
 * one in them. `others` are their other talks of whatever weeks.
 */
export function fitsTheirWeek(
	talk: Span,
	others: readonly Span[],
	{ zone, ...caps }: Pick<Caps, 'hoursAWeek' | 'nightsAWeek'> & { zone: string },
): boolean {
	const week = weekOf(talk.startsAt, zone);
	const all = [talk, ...others.filter(({ startsAt }) => week.startsAt <= startsAt && startsAt < week.endsAt)];
	const nights = new Set(all.flatMap((each) => nightOf(each, zone) ?? []));
	return hoursOf(all) <= caps.hoursAWeek && (!nightOf(talk, zone) || nights.size <= caps.nightsAWeek);
}

/** Monday’s first moment up to the next one’s, on the clocks of a zone. */
export function weekOf(moment: Date, zone: string): Span {
	const day = localTime(moment, zone).toPlainDate();
	const monday = day.subtract({ days: day.dayOfWeek - 1 });
	const first = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
	return { startsAt: first(monday), endsAt: first(monday.add({ days: 7 })) };
}

export const hoursOf = (talks: readonly Span[]): number =>
	talks.reduce((sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()), 0) / hours(1);

/** The night that a talk reaches into, by the day on which it began; undefined by day. Nights are from ten to six. */
function nightOf({ startsAt, endsAt }: Span, zone: string): string | undefined {
	const [from, until] = [localTime(startsAt, zone), localTime(endsAt, zone)];
	if (from.hour < 6) return from.toPlainDate().subtract({ days: 1 }).toString();
	const isLate =
		from.hour >= 22 || until.hour >= 22 || from.toPlainDate().toString() !== until.toPlainDate().toString();
	return isLate ? from.toPlainDate().toString() : undefined;
}

const localTime = (moment: Date, zone: string) =>
	Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
