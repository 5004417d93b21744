import { readFileSync } from 'node:fs';

/** A sentence whose meaning was written down before there were rules for it. */
export interface Labelled {
	/** OK, S1 to S6, SH, AB, TH, ED, DO, CO, EN, HA, PI. */
	label: string;
	/** What makes it hard: an idiom, bereavement, a misspelling. */
	trap: string;
	text: string;
}

export type Half = 'looked at' | 'kept aside';

/**
 * `first` was written before the rules by whoever wrote the rules. The others were written by others who had not seen the
 * rules: `plain` as most people write most of the time, `indirect` as some do, and as is hardest to tell.
 */
export const collections = ['first', 'plain', 'indirect'] as const;
export type Collection = (typeof collections)[number];

/**
 * The sentences of one language. Rules were written with an eye on the odd lines of each collection only; the even ones
 * were run when the rules were done.
 */
export const labelled = (language: 'en' | 'es', half?: Half): Labelled[] =>
	collections.flatMap((collection) => labelledIn(collection, language, half));

export function labelledIn(collection: Collection, language: 'en' | 'es', half?: Half): Labelled[] {
	return readFileSync(new URL(`${collection}.${language}.tsv`, import.meta.url), 'utf8')
		.split('\n')
		.filter(Boolean)
		.filter((_, index) => half === undefined || (index % 2 === 0) === (half === 'looked at'))
		.map((line) => {
			const [label, trap, text] = line.split('\t');
			return { label: label!, trap: trap!, text: text! };
		});
}
