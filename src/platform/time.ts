/** The only place that looks at the clock. Everything else is handed the moment. */
export const rightNow = (): Date => new Date();

export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => minutes(count * 60);
export const days = (count: number) => hours(count * 24);

export const after = (moment: Date, milliseconds: number): Date => new Date(moment.getTime() + milliseconds);

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

/** Whether the runtime knows this IANA zone. A bare offset, such as `+02:00`, is none: it keeps no clock. */
export function isZone(zone: string): boolean {
	if (zones.has(zone)) return true;
	if (!/^[A-Za-z]/.test(zone)) return false;
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

/** The zone in the one way it is written, however a browser writes it; UTC when there is none of that name. */
export function zoneNamed(name: string): string {
	if (zones.has(name)) return name;
	return isZone(name) ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone : 'UTC';
}

/** Midnight in UTC: for moments that nobody needs to know more closely than by the day. */
export const startOfDay = (moment: Date): Date => new Date(Math.floor(moment.getTime() / days(1)) * days(1));

/** The day in UTC, as PostgreSQL’s `date` is read and written: `2026-11-22`. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
