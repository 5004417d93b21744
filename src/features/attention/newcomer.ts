import { after, days } from '#platform/time.ts';
import type { Patterns } from './patterns.ts';

/** How long somebody has been here. */
export interface Acquaintance {
	/** The day they came, as YYYY-MM-DD. */
	joinedOn: string;
	/** In how many talks they have said something: days, in each conversation. */
	talks: number;
}

/** Whether somebody is new: by the day they came, or by how little they have talked. */
export const isNew = (
	{ joinedOn, talks }: Acquaintance,
	{ newDays, newTalks }: Pick<Patterns, 'newDays' | 'newTalks'>,
	now: Date,
): boolean => cameLately({ joinedOn }, { newDays }, now) || talks < newTalks;

/** Whether somebody came so lately that they begin to talk alone with few people a day. */
export const cameLately = (
	{ joinedOn }: Pick<Acquaintance, 'joinedOn'>,
	{ newDays }: Pick<Patterns, 'newDays'>,
	now: Date,
): boolean => after(new Date(`${joinedOn}T00:00:00Z`), days(newDays)) > now;
