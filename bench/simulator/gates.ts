import type { Measures } from './measures.ts';

/** What the product’s way has to reach, at a load of nine tenths and at a full one. */
export interface Gate {
	measure: keyof Measures;
	/** The least, or the most, that it may be. */
	is: 'at least' | 'at most';
	/** By load. */
	at: { 0.9: number; 1: number };
}

export const gates: Gate[] = [
	{ measure: 'withinADay', is: 'at least', at: { 0.9: 0.99, 1: 0.97 } },
	{ measure: 'score', is: 'at least', at: { 0.9: 0.64, 1: 0.56 } },
	{ measure: 'worstLanguage', is: 'at most', at: { 0.9: 12, 1: 40 } },
	{ measure: 'worstIdentity', is: 'at most', at: { 0.9: 12, 1: 40 } },
	{ measure: 'gini', is: 'at most', at: { 0.9: 0.15, 1: 0.15 } },
	{ measure: 'again', is: 'at most', at: { 0.9: 16, 1: 20 } },
	{ measure: 'violations', is: 'at most', at: { 0.9: 0, 1: 0 } },
];

export const reached = ({ is, at }: Gate, load: 0.9 | 1, value: number): boolean =>
	is === 'at least' ? value >= at[load] : value <= at[load];
