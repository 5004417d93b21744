import type { HouseRule } from '../rule.ts';

/** A rule as it is written: in the organisation’s own words, or in those that come with Hearten, in the reader’s language. */
export const sentenceOf = ({ code, sentence }: HouseRule, say: (key: string) => string): string =>
	sentence ?? say(`ladder.rule.${code}`);
