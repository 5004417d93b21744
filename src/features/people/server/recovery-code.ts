import { createHash, randomBytes } from 'node:crypto';
import { readRecoveryCode, SIGNS, writeRecoveryCode } from '../recovery-code.ts';

/** A new code, and the only thing that is kept of it. */
export function newRecoveryCode(): { recoveryCode: string; digest: Buffer } {
	const recoveryCode = writeRecoveryCode(randomBytes(SIGNS));
	return { recoveryCode, digest: digestOfCode(recoveryCode)! };
}

/** SHA-256 is enough for 120 random bits: there is nothing to guess faster. */
export function digestOfCode(typed: string): Buffer | undefined {
	const code = readRecoveryCode(typed);
	return code === undefined ? undefined : createHash('sha256').update(code).digest();
}
