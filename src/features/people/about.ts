import type { Audience } from './policy.ts';

/** Kinds of things a person can tell about themselves. Each has an audience of its own. */
export const kinds = ['languages', 'pronouns', 'lived', 'words'] as const;
export type Kind = (typeof kinds)[number];

/** What a person tells about themselves: codes or words, and to whom. Until they choose otherwise, to nobody. */
export interface About {
	/** BCP 47 languages, as codes. */
	languages: Told<readonly string[]>;
	pronouns: Told<string>;
	/** What they have lived through: codes from `lived.ts`. */
	lived: Told<readonly string[]>;
	/** The same in their own words. */
	words: Told<string>;
}

export interface Told<Content> {
	told: Content;
	audience: Audience;
}

export const nothingTold: About = {
	languages: { told: [], audience: 'nobody' },
	pronouns: { told: '', audience: 'nobody' },
	lived: { told: [], audience: 'nobody' },
	words: { told: '', audience: 'nobody' },
};

/** The languages people are offered, as codes; each is shown by its own name. */
export const languages = [
	'ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gl', 'he', 'hi', 'hr', 'hu',
	'id', 'it', 'ja', 'ko', 'ku', 'lt', 'lv', 'mk', 'nb', 'nl', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sk', 'sl', 'so', 'sq', 'sr',
	'sv', 'sw', 'ta', 'th', 'ti', 'tl', 'tr', 'uk', 'ur', 'vi', 'yue', 'zh',
] as const; // prettier-ignore

/** A language by the name its speakers give it, in capitals as it is written alone. */
export function ownName(code: string): string {
	const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
	const [first = '', ...rest] = name;
	return first.toLocaleUpperCase(code) + rest.join('');
}
