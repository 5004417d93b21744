import type { AliasId } from '#features/conversations/conversation.ts';

/** What those at a meeting go by. */
export type Names = Readonly<Record<string, string>>;

/** Several names as a language lists them. */
export const listed = (locale: string, names: Names, ids: readonly AliasId[]): string =>
	new Intl.ListFormat(spoken(locale)).format(ids.map((id) => names[id] ?? '…'));

/** Made-up locales list as English does. */
const spoken = (locale: string) => (/^(en-XA|ar-XB)$/.test(locale) ? 'en' : locale);
