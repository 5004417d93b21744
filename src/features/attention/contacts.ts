import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { Patterns } from './patterns.ts';

/** Somebody who is about to begin a talk of two with somebody they have not talked with lately. */
export interface Beginning {
	/** Whether they came lately. */
	cameLately: boolean;
	/** With how many they have begun one in the last day. */
	begun: number;
}

/** Whoever has just come meets a few people a day alone, and everybody else in rooms and circles. */
export const mayBegin = (
	{ cameLately, begun }: Beginning,
	{ newContactsADay }: Pick<Patterns, 'newContactsADay'>,
): Ruling<'enough-for-today'> =>
	cameLately && begun >= newContactsADay ? refuse('enough-for-today') : allowed;

/** Whether somebody turns to many of whom few answer. Nothing is kept from them for it: a steward looks. */
export const seeksMany = (
	{ begun, answered }: { begun: number; answered: number },
	{ contactsADay, answersInAHundred }: Pick<Patterns, 'contactsADay' | 'answersInAHundred'>,
): boolean => begun > contactsADay && answered * 100 < begun * answersInAHundred;
