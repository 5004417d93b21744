import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import common from './common-passphrases.json' with { type: 'json' };

export type PoorPassphrase =
	'passphrase-short' | 'passphrase-long' | 'passphrase-common' | 'passphrase-is-nickname';

const SHORTEST = 8;
/** Far beyond what anybody types, and short enough that nobody keeps a server busy with it. */
export const LONGEST_PASSPHRASE = 1000;

/** The same letters typed on another keyboard are the same passphrase (RFC 8265: NFC, nothing else changed). */
export const tidyPassphrase = (typed: string) => typed.toWellFormed().normalize('NFC');

/**
 * Whether a passphrase will do: at least eight characters, and none that everybody tries first (NIST SP 800-63B, 3.1.1).
 * There are no rules about digits or signs: they make passphrases worse and people unhappy.
 */
export function checkPassphrase(typed: string, nickname: string): Ruling<PoorPassphrase> {
	const passphrase = tidyPassphrase(typed);
	const letters = [...passphrase];
	if (letters.length < SHORTEST) return refuse('passphrase-short');
	if (letters.length > LONGEST_PASSPHRASE) return refuse('passphrase-long');

	const plain = passphrase.toLowerCase();
	if (commonOnes.has(plain) || new Set(letters).size === 1) return refuse('passphrase-common');
	if (plain === tidyPassphrase(nickname).trim().toLowerCase()) return refuse('passphrase-is-nickname');
	return allowed;
}

/**
 * From the frequency list of @zxcvbn-ts/language-common 4.1.3 (MIT, © Dan Wheeler, Dropbox and zxcvbn-ts): those of its
 * 49,233 that have at least eight characters, in lower case and in alphabetical order.
 */
const commonOnes = new Set(common);
