import type { Wish, WishAbout } from '#features/matching/member.ts';
import { isoWeekdays, type Weekday, type WeeklyWindow } from '#features/supporters/availability.ts';
import type { Style, SupporterId } from '#features/supporters/supporter.ts';

/** Parts of a day on the member’s own clock, as people say them. */
export const dayParts = {
	morning: { from: '06:00', until: '12:00' },
	afternoon: { from: '12:00', until: '18:00' },
	evening: { from: '18:00', until: '00:00' },
	night: { from: '00:00', until: '06:00' },
} as const;
export type DayPart = keyof typeof dayParts;

/** `2-evening` is Tuesday’s. */
export type PartOfWeek = `${Weekday}-${DayPart}`;

export const partNames = Object.keys(dayParts) as readonly DayPart[];
export const partsOfWeek: readonly PartOfWeek[] = isoWeekdays.flatMap((day) =>
	partNames.map((part) => `${day}-${part}` as const),
);

/** What fits a member, as they told it. Sealed under their own key; no diagnosis is ever asked for. */
export interface Fit {
	/** BCP 47: at home in, and well enough to talk in. */
	languages: readonly string[];
	enoughLanguages: readonly string[];
	/** Whether a supporter has to be at home in one of them, too. */
	atHome: boolean;
	/** What a supporter had better know from their own life: codes from `lived.ts` of people, what matters most first. */
	lived: readonly string[];
	styles: readonly Style[];
	/** What has to be, and what would be nice. */
	wishes: readonly Wish[];
	/** When they have time. Nothing said: they write whenever each of the two has time. */
	times: readonly PartOfWeek[];
	/** Writing whenever each has time is fine as well. */
	anyHour: boolean;
	/** Whom they would rather not meet. They need not say why, and nobody is told. */
	avoids: readonly SupporterId[];
}

export const blankFit: Fit = {
	languages: [],
	enoughLanguages: [],
	atHome: false,
	lived: [],
	styles: [],
	wishes: [],
	times: [],
	anyHour: false,
	avoids: [],
};

/** So many experiences can be named. */
export const MOST_LIVED = 3;

/** Whether enough is told to look for somebody. */
export const isTold = ({ languages, enoughLanguages }: Fit): boolean =>
	languages.length + enoughLanguages.length > 0;

export const needsSharedHour = ({ times, anyHour }: Fit): boolean => times.length > 0 && !anyHour;

/** When they have time, as hours that come every week. */
export const weeklyOf = ({ times }: Fit): WeeklyWindow[] =>
	times.map((each) => ({
		weekday: Number(each[0]) as Weekday,
		...dayParts[each.slice(2) as DayPart],
	}));

/** What its owner may let bend. No machine does. */
export type Bend = 'fluency' | 'time' | WishAbout;

/** What stands firm in it now, and may bend where its owner says so. */
export const bendsIn = (fit: Fit): Bend[] => [
	...fit.wishes.filter(({ strength }) => strength === 'must').map(({ about }) => about),
	...(fit.atHome ? (['fluency'] as const) : []),
	...(needsSharedHour(fit) ? (['time'] as const) : []),
];

/** The same, with one thing bent: it is weighed from now on, and no longer has to be. */
export function bent(fit: Fit, bend: Bend): Fit {
	if (bend === 'fluency') return { ...fit, atHome: false };
	if (bend === 'time') return { ...fit, anyHour: true };
	// What they named of these counts by itself.
	if (bend === 'lived' || bend === 'style')
		return { ...fit, wishes: fit.wishes.filter(({ about }) => about !== bend) };
	return {
		...fit,
		wishes: fit.wishes.map((wish) => (wish.about === bend ? { ...wish, strength: 'nice' } : wish)),
	};
}
