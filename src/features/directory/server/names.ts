import en from '../messages/en.json' with { type: 'json' };
import es from '../messages/es.json' with { type: 'json' };
import searchWords from '../search-words.json' with { type: 'json' };
import type { Names } from '../said.ts';

const messages: readonly Readonly<Record<string, string>>[] = [en, es];
const words: Readonly<Record<string, readonly string[]>> = searchWords;

const languageNames = ['en', 'es'].map(
	(locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }),
);

/** Names of codes in every language there is, so that a list in one is found by words of another. */
export const names: Names = {
	type: (code) => messages.flatMap((said) => said[`directory.type.${code}`] ?? []),
	language: (tag) => {
		const known = languages.get(tag) ?? languageCalled(tag);
		languages.set(tag, known);
		return known;
	},
	fact: (name) => words[name] ?? [],
};

/** Making these takes a thousand times as long as asking them, and lists have few languages. */
const languages = new Map<string, readonly string[]>();

function languageCalled(tag: string): readonly string[] {
	const [language = tag] = tag.split('-');
	const own = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' });
	return [...languageNames, own].flatMap((told) => told.of(language) ?? []);
}
