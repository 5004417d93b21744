/** Countries and locales that measure ways in miles. */
const inMiles = /-(US|GB|LR|MM)$/;

const KM_A_MILE = 1.609344;

/** “3 km”, “2 mi”: as far as a person would say it, in what the reader measures ways in. */
export function farTold(locale: string, km: number): string {
	const { region } = new Intl.Locale(locale).maximize();
	const miles = inMiles.test(`-${region}`);
	const far = miles ? km / KM_A_MILE : km;
	const rounded = far < 1 ? Math.max(0.5, Math.round(far * 2) / 2) : Math.round(far);
	return new Intl.NumberFormat(locale, { style: 'unit', unit: miles ? 'mile' : 'kilometer' }).format(rounded);
}
