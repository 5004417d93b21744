/**
 * The kinds of meeting of the Meeting Guide format, in the order in which its list gives them. Their names are messages,
 * `directory.type.…`; where they come from stands in the README.
 */
// prettier-ignore
export const typeCodes = [
	'11', '12x12', 'A', 'ABSI', 'AF', 'AL', 'AL-AN', 'AM', 'AR', 'ASL', 'B', 'BA', 'BE', 'BG', 'BI', 'BRK', 'C', 'CAN', 'CF',
	'D', 'DA', 'DB', 'DD', 'DE', 'DR', 'EL', 'EN', 'FA', 'FI', 'FF', 'FR', 'G', 'GR', 'H', 'HE', 'HI', 'HR', 'HU', 'IS', 'ITA',
	'JA', 'KA', 'KOR', 'L', 'LGBTQ', 'LIT', 'LS', 'LT', 'M', 'MED', 'ML', 'MT', 'N', 'NB', 'NDG', 'NE', 'NL', 'NO', 'O', 'OUT',
	'P', 'POA', 'POC', 'POL', 'POR', 'PUN', 'RUS', 'S', 'SEN', 'SK', 'SL', 'SM', 'SP', 'ST', 'SV', 'T', 'TC', 'TH', 'TL', 'TR',
	'TUR', 'UK', 'W', 'X', 'XB', 'XT', 'Y',
] as const;

export type TypeCode = (typeof typeCodes)[number];

const byLetters = new Map<string, TypeCode>(typeCodes.map((code) => [code.toUpperCase(), code]));

/** The code that was meant, however it was capitalised. */
export const typeCodeOf = (text: string): TypeCode | undefined => byLetters.get(text.trim().toUpperCase());
