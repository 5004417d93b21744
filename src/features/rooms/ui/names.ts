/** Names one after another, as the language lists them: “Rosa, Idris and Henk”. */
export const listed = (names: readonly { name: string }[], locale: string, gone: string): string =>
	new Intl.ListFormat(locale).format(names.map(({ name }) => name || gone));
