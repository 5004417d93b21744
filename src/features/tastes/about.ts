import type { Topic } from './answers.ts';
import words from './topic-words.json' with { type: 'json' };

/**
 * Whether something is about a topic, going by beginnings of words in two languages; one that ends in a space is whole. It is meant to hide rather too much:
 * whoever asks to be spared a topic is not to meet it.
 */
export function isAbout(topic: Topic, said: readonly (string | null)[]): boolean {
	const text = ` ${folded(said.filter(Boolean).join(' '))} `;
	return words[topic].some((beginning) => text.includes(` ${beginning}`));
}

/** Without capitals, accents and signs: one space between words. */
const folded = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
