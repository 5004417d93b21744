/** How a moment is told. `relative-free` is complete in itself: weekday, date, year, time and zone. */
export type MomentForm = 'time' | 'day' | 'month' | 'day-time' | 'relative-free';

const FORMS: Record<MomentForm, Intl.DateTimeFormatOptions> = {
	time: { hour: 'numeric', minute: '2-digit' },
	day: { weekday: 'long', day: 'numeric', month: 'long' },
	month: { month: 'long', year: 'numeric' },
	'day-time': { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
	'relative-free': {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		timeZoneName: 'shortGeneric',
	},
};

interface Reader {
	/** BCP 47. */
	locale: string;
	/** IANA name. */
	zone: string;
}

/**
 * Tells a moment to somebody, in their language and on their clock. UTC is named: it is nobody’s clock, but what is told
 * while a reader’s own is not known yet.
 */
export const told = (at: Date, form: MomentForm, { locale, zone }: Reader) =>
	formatter(form, locale, zone, zone === 'UTC' ? 'named' : undefined).format(at);

/**
 * The same moment on two clocks: the reader's own, then the other with its zone's name, and without the day where
 * both have the same. One string where both clocks agree; it names the other zone where the reader’s own is not known.
 */
export function toldTwice(at: Date, form: MomentForm, { locale, zone }: Reader, otherZone: string) {
	const here = told(at, form, { locale, zone });
	const onTheWall = (of: string) => formatter(form, locale, of).format(at);
	if (onTheWall(zone) === onTheWall(otherZone) && form !== 'relative-free')
		return [zone === 'UTC' ? formatter(form, locale, otherZone, 'named').format(at) : here];

	const sameDay =
		told(at, 'day', { locale, zone }) === told(at, 'day', { locale, zone: otherZone }) || form === 'time';
	return [here, formatter(sameDay ? 'time' : form, locale, otherZone, 'named').format(at)];
}

/** Building a formatter costs a thousand times what using one does; a page tells many moments in few ways. */
const kept = new Map<string, Intl.DateTimeFormat>();
const MOST_KEPT = 500;

function formatter(form: MomentForm, locale: string, zone: string, naming?: 'named') {
	const key = `${form} ${locale} ${zone} ${naming ?? ''}`;
	const known = kept.get(key);
	if (known) return known;

	if (kept.size >= MOST_KEPT) kept.clear();
	const named = naming ? ({ timeZoneName: 'shortGeneric' } as const) : {};
	const made = new Intl.DateTimeFormat(locale, {
		...FORMS[form],
		...(form === 'day' || form === 'month' ? {} : named),
		timeZone: zone,
	});
	kept.set(key, made);
	return made;
}
