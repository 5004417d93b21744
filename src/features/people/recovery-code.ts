/** Crockford’s base 32: no letter that reads like another, none that spells a word by accident. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 24 signs of five bits: 120 bits, which nobody guesses. */
export const SIGNS = 24;

/** Writes random bytes as a code to be copied by hand: `7K3M-…`, six groups of four. Needs 24 bytes. */
export function writeRecoveryCode(random: Uint8Array): string {
	if (random.length !== SIGNS) throw new Error(`A recovery code is made of ${SIGNS} random bytes.`);
	const signs = Array.from(random, (byte) => alphabet[byte & 31]).join('');
	return signs.match(/.{4}/g)!.join('-');
}

/** Reads a code as people type it: any case, any spacing, O for 0 and I or L for 1. Undefined when it is none. */
export function readRecoveryCode(typed: string): string | undefined {
	const signs = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}_.·]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	return signs.length === SIGNS && [...signs].every((sign) => alphabet.includes(sign)) ? signs : undefined;
}
