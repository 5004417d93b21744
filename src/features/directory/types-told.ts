import en from './messages/en.json' with { type: 'json' };
import { typeCodeOf, typeCodes, type TypeCode } from './types.ts';

/** Tables for people write kinds out, in English, as the format names them. */
const byName = new Map<string, TypeCode>(
	typeCodes.map((code) => [en[`directory.type.${code}`].toLowerCase(), code]),
);

/** The kind that was meant, by its code or its English name. */
export const typeTold = (text: string): TypeCode | undefined =>
	typeCodeOf(text) ?? byName.get(text.trim().toLowerCase());
