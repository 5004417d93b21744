/** What countries are called in a language, in its order. */
export function countriesByName(
	locale: string,
	codes: readonly string[],
): { value: string; label: string }[] {
	const names = new Intl.DisplayNames([locale], { type: 'region' });
	const { compare } = new Intl.Collator(locale);
	return codes
		.map((code) => ({ value: code, label: names.of(code) ?? code }))
		.sort((a, b) => compare(a.label, b.label));
}
