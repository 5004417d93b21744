import { IntlMessageFormat } from 'intl-messageformat';

/** Every sentence of one locale, by key. ICU MessageFormat. */
export type Catalogue = Readonly<Record<string, string>>;

export type Values = Readonly<Record<string, string | number | Date>>;

/** Says a sentence in one person’s language. A missing key is a bug, and throws. */
export type Say = (key: string, values?: Values) => string;

/** Each locale’s catalogue, in order of preference; the first also stands in for what another lacks. */
export type Catalogues = Readonly<Record<string, Catalogue>>;

/** Locales made to find layouts that break: long with accents, and written right to left. */
export const PSEUDO_LONG = 'en-XA';
export const PSEUDO_RTL = 'ar-XB';

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'yi']);

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
	rightToLeft.has(locale.split('-')[0]!) ? 'rtl' : 'ltr';

/** Makes `say` for each locale. Sentences are parsed once, when first said. */
export function speakers(catalogues: Catalogues): (locale: string, zone: string) => Say {
	const parsed = new Map<string, IntlMessageFormat>();
	return (locale, zone) =>
		(key, values = {}) => {
			const text = sentence(catalogues, locale, key);
			// Few sentences tell a moment; the others are the same on every clock, and are kept once.
			const cacheKey = `${locale}\0${tellsMoment.test(text) ? zone : ''}\0${key}`;
			let message = parsed.get(cacheKey);
			if (!message) {
				message = new IntlMessageFormat(text, spoken(locale), { date: { day: { timeZone: zone } } });
				parsed.set(cacheKey, message);
			}
			const said = String(message.format(values));
			return isPseudo(locale) ? disguise(said, locale) : said;
		};
}

const tellsMoment = /,\s*(date|time)\b/;

const isPseudo = (locale: string) => locale === PSEUDO_LONG || locale === PSEUDO_RTL;

/** Numbers and dates of a pseudo-locale follow English. */
const spoken = (locale: string) => (isPseudo(locale) ? 'en' : locale);

function sentence(catalogues: Catalogues, locale: string, key: string): string {
	const text = catalogues[isPseudo(locale) ? 'en' : locale]?.[key];
	if (text === undefined) throw new Error(`Nothing to say for “${key}” in “${locale}”.`);
	return text;
}

const accents: Record<string, string> = {
	a: 'á',
	e: 'é',
	i: 'í',
	o: 'ö',
	u: 'ü',
	c: 'ç',
	n: 'ñ',
	s: 'š',
	y: 'ý',
};

/** A third longer and bracketed, or between right-to-left marks; still readable by an English eye. */
function disguise(said: string, locale: string): string {
	if (locale === PSEUDO_RTL) return `\u202e${said}\u202c`;
	const accented = said.replace(/[aeioucnsy]/g, (letter) => accents[letter] ?? letter);
	return `[${accented}${' ·'.repeat(Math.ceil(said.length / 6))}]`;
}

/** The first locale a visitor’s `accept-language` header names that there is, else the first there is. */
export function chooseLocale(header: string | null, available: readonly string[]): string {
	const wanted = (header ?? '')
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().split(';');
			const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
			return { tag: tag.toLowerCase(), weight: weight ? Number(weight.trim().slice(2)) : 1 };
		})
		.filter(({ weight }) => weight > 0)
		.sort((a, b) => b.weight - a.weight);
	for (const { tag } of wanted) {
		const found = available.find(
			(locale) => locale.toLowerCase() === tag || locale.toLowerCase() === tag.split('-')[0],
		);
		if (found) return found;
	}
	return available[0]!;
}
