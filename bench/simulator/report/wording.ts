import type { Knobs } from '#features/matching/weight.ts';
import type { Measures } from '../measures.ts';

const percent = (value: number) => `${(100 * value).toFixed(value === 0 || value === 1 ? 0 : 1)} %`;
const round = (value: number) => `${Math.round(100 * value)} %`;
const hours = (value: number) => `${value < 9.95 && value > 0 ? value.toFixed(1) : Math.round(value)} h`;
const fit = (value: number) => value.toFixed(2);
const count = (value: number) => (value < 10 && value > 0 ? value.toFixed(1) : String(Math.round(value)));

/** How a measure is told: in a heading, in a table and along an axis. */
export interface Telling {
	title: string;
	format: (value: number) => string;
	axis: (value: number) => string;
	top?: number;
}

export const tellings: Record<keyof Measures, Telling> = {
	withinADay: { title: 'Paired within a day', format: percent, axis: round, top: 1 },
	nobody: { title: 'Asked, and nobody here could take them', format: percent, axis: percent },
	matched: { title: 'People paired at all', format: percent, axis: round, top: 1 },
	pairings: { title: 'Pairings begun for each place', format: fit, axis: fit },
	score: { title: 'How well they fit', format: fit, axis: fit, top: 0.8 },
	median: { title: 'Wait of half, at most', format: hours, axis: hours },
	wait: { title: 'Wait of nine in ten, at most', format: hours, axis: hours },
	worstLanguage: { title: 'Wait of nine in ten, slowest language', format: hours, axis: hours },
	worstIdentity: { title: 'Wait of nine in ten, slowest identity', format: hours, axis: hours },
	gini: { title: 'Unevenness of load (Gini)', format: fit, axis: fit, top: 0.2 },
	again: { title: 'Asked for somebody else, of 100 pairings', format: count, axis: count },
	violations: { title: 'Pairings against a rule', format: String, axis: String },
};

export const knobTellings: Record<keyof Knobs, string> = {
	hour: 'Points for each hour waited (20)',
	longWait: 'Points past eighteen hours (400)',
	fewOptions: 'Points for having few options (500)',
	load: 'Points against a full load (80)',
	scarce: 'Points against giving away a scarce skill (220)',
};
