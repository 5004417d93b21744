import type { Noted } from './interpret.ts';

/** 1 for somebody who speaks of themselves, less the more is said to the reader. */
export function voice(parts: readonly Noted[]): number {
	let ofSelf = 0;
	let toReader = 0;
	let supporting = 0;
	for (const { tokens, turns } of parts) {
		for (const { word, person } of tokens) {
			if (ownWords.has(word) || person === 1) ofSelf++;
			else if (readerWords.has(word) || person === 2) toReader++;
		}
		for (const { turn } of turns) if (turn === 'supporting') supporting++;
	}
	const addressed = toReader + supporting;
	return ofSelf + addressed === 0
		? 1
		: Math.max(0.15, Math.min(1, (1.5 * (ofSelf + 1)) / (ofSelf + 1 + addressed)));
}

const ownWords = new Set(['i', 'me', 'my', 'myself', 'mine', 'yo', 'mi', 'mis', 'conmigo']);
const readerWords = new Set([
	'you',
	'your',
	'yours',
	'yourself',
	'tu',
	'tus',
	'ti',
	'te',
	'contigo',
	'vos',
	'usted',
]);
