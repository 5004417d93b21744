/** Languages offered first; any other can be spoken too. By BCP 47 tag. */
const offered = [
	'ar', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'gl', 'he', 'hi', 'hr', 'hu',
	'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'nb', 'nl', 'pa', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'so', 'sq',
	'sr', 'sv', 'sw', 'ta', 'th', 'ti', 'tl', 'tr', 'uk', 'ur', 'vi', 'zh',
]; // prettier-ignore

/** What a choice of languages offers, named in the reader’s own and sorted as they sort. */
export function languageChoices(locale: string): { value: string; label: string }[] {
	const names = new Intl.DisplayNames([locale], { type: 'language' });
	return offered
		.map((value) => ({ value, label: names.of(value) ?? value }))
		.sort((a, b) => a.label.localeCompare(b.label, locale));
}

export const languageName = (locale: string, tag: string): string =>
	new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
