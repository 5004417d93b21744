import type { Member } from './member.ts';
import type { Supporter } from './supporter.ts';

/** What an organisation may turn. Points, where a perfect fit is worth a thousand; docs/matching.html shows what each does. */
export interface Knobs {
	/** For each hour somebody has waited. */
	hour: number;
	/** More, once they have waited past eighteen hours. */
	longWait: number;
	/** For somebody whom nobody could take; less the more could, nothing from twenty-five on. */
	fewOptions: number;
	/** Against asking a supporter who carries all they can; less, the less they carry. */
	load: number;
	/** Against giving away the last place of a supporter with a scarce skill to somebody who does not need it. */
	scarce: number;
}

export const knobs: Knobs = { hour: 20, longWait: 400, fewOptions: 500, load: 80, scarce: 220 };

/** What any pairing is worth beside none. */
const ANY = 200;
/** What a perfect fit is worth. */
export const PERFECT = 1000;

const LONG_WAIT = 18;
const MANY_OPTIONS = 25;

/**
 * What a pairing is worth to everybody, in whole points and never below one: how well the two fit, how long the member has
 * waited and how few could take them, less what it takes from a supporter and from those who need exactly them. Fit alone
 * would leave those with few options waiting for weeks.
 */
export function weight(score: number, standing: number, reluctance: number): number {
	const points = standing + PERFECT * score - reluctance;
	// A half is a half, however it was summed up.
	return Math.max(1, Math.round(Math.round(points * 1e6) / 1e6));
}

/** The part of the weight that is the same whoever takes this member. `options` is how many could. */
export const standing = ({ hoursWaited }: Member, options: number, by: Knobs = knobs): number =>
	ANY +
	by.hour * hoursWaited +
	(hoursWaited > LONG_WAIT ? by.longWait : 0) +
	by.fewOptions * Math.max(0, 1 - options / MANY_OPTIONS);

/** What speaks against asking this supporter now, before any scarce skill of theirs. */
export const burden = ({ pairings, cap }: Supporter, by: Knobs = knobs): number =>
	cap > 0 ? (by.load * pairings) / cap : 0;

/** What more speaks against it, where they have a scarce skill that the member does not need. */
export const thrift = ({ pairings, cap }: Supporter, by: Knobs = knobs): number =>
	cap > 0 ? (by.scarce * (pairings + 1)) / cap : 0;
