import { expect, test } from 'vitest';
import { locales, sayIn } from '../../words.ts';
import { obstacles } from './feasible.ts';
import { parts } from './score.ts';
import { sentenceFor, sentencesFor, type Sentence } from './sentences.ts';

const said = ({ key, values }: Sentence) => locales.map((locale) => sayIn(locale, 'UTC')(key, values));

test('every reason and every obstacle has its sentence in every language', () => {
	const all = [
		...parts.map(sentenceFor),
		...sentencesFor({ because: 'obstacles', obstacles: [...obstacles] }),
	];
	expect(all).toHaveLength(parts.length + obstacles.length);
	for (const sentence of all)
		for (const words of said(sentence)) expect(words, sentence.key).toMatch(/^\p{Lu}.+\.$/su);
});

test('a coordinator is told how many come first', () => {
	const [sentence] = sentencesFor({ because: 'others-fit-better', better: 2, reasons: [] });
	expect(said(sentence!)[0]).toBe('They could be paired. 2 other supporters come first for this member.');
});
