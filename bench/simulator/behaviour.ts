import type { Supporter } from '#features/matching/supporter.ts';
import type { Draw } from '../matching/draw.ts';
import type { Person } from './population.ts';

/**
 * How people behave in the simulator, all in hours. These are judgements: nobody has published them for peer support. Some
 * were made while the gates could be seen (docs/matching.html says which), so that the gates hold tells of an
 * organisation like this one and not of every one.
 */
export const behaviour = {
	/** A pairing that goes well lasts eight days in the mean, some far longer. */
	stay: 8 * 24,
	staySpread: 0.6,
	/** Whoever would rather have somebody else says so after the first talks. */
	early: [24, 96],
	again: 0.38,
	/** A supporter answers while awake; sooner in their own hours. */
	answer: 1,
	answerInOwnHours: 0.25,
	accept: 0.92,
	/** From the end of a pairing to the beginning of the next in the same place, where somebody waits for it. */
	between: 6,
	/** An offer without an answer goes to the next. */
	lapse: 12,
	/** After a day a member is asked whether a must may bend. */
	askToBend: 24,
	bends: 0.7,
	/** Nobody leaves in the first two days; then they do, after ten more in the mean. */
	patience: 48,
	patienceMore: 240,
	/** Above this load a supporter may, on any day, need a rest of some days. */
	tiredAbove: 0.8,
	tires: 0.01,
	rest: [48, 144],
};

/** Hours of a day on a person’s own clock, and how many people ask in each: few by day, most in the evening and at night. */
const HOURS = [5, 4, 3, 2.5, 2, 1.5, 1.5, 2, 2.5, 3, 3, 3, 3.5, 3.5, 3.5, 4, 4.5, 5, 6, 7, 8, 8, 7.5, 6];
/** Monday first. */
const DAYS = [1.05, 1, 1, 0.95, 0.9, 1, 1.15];

/** When in a week somebody asks, in hours of UTC from its Monday. */
export const whenAsked = (draw: Draw, zone: number): number =>
	(draw.pick(DAYS) * 24 + draw.pick(HOURS) + draw.between(0, 1) - zone + 168) % 168;

/** How long a pairing lasts that goes well: lognormal. */
export function stays(draw: Draw): number {
	const { stay, staySpread } = behaviour;
	return stay * Math.exp(staySpread * draw.normal() - staySpread ** 2 / 2);
}

/**
 * Place-hours that somebody who asks takes up in the mean, at a middling fit: a pairing, now and then a short one before it,
 * and for each the time in which a place is held for an answer, or free because it is night.
 */
export function placeHours(): number {
	const { stay, early, again, between } = behaviour;
	const tries = 1 / (1 - again * MIDDLING);
	return stay + (tries - 1) * ((early[0]! + early[1]!) / 2) + tries * between;
}

/** One less a fit of 0.6. */
const MIDDLING = 0.4;

/** When a supporter who is asked at an hour gets to answering. */
export function answersAt(draw: Draw, person: Person<Supporter>, asked: number): number {
	if (inOwnHours(person, asked)) return asked + draw.waiting(behaviour.answerInOwnHours);
	return awake(asked + draw.waiting(behaviour.answer), person.zone);
}

/** The chance that a supporter looks in by themselves in an hour: as often as they would get to answering. */
export function looksIn(person: Person<Supporter>, at: number): number {
	if (inOwnHours(person, at)) return 1;
	return isAwake(at, person.zone) ? 1 - Math.exp(-1 / behaviour.answer) : 0;
}

function inOwnHours({ told }: Person<Supporter>, at: number): boolean {
	const slot = Math.floor(at * 2) % 336;
	return ((told.hours[slot >>> 5]! >>> slot) & 1) === 1;
}

/** Whether it is between eight and eleven in the evening where somebody is. Nobody is asked in their night. */
export const isAwake = (at: number, zone: number): boolean => awake(at, zone) === at;

/** The next such moment from this one on. */
function awake(at: number, zone: number): number {
	const local = (((at + zone) % 24) + 24) % 24;
	if (local < 8) return at + 8 - local;
	return local >= 23 ? at + 32 - local : at;
}
