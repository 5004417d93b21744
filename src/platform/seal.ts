import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes that only the holder of a key can read: version, nonce, tag, ciphertext. */
export type Sealed = Buffer;

/** 256 bits that seal one conversation’s or one person’s words. It never leaves the process unwrapped. */
export type Key = Buffer & { readonly __key?: never };

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

export const newKey = (): Key => randomBytes(32);

/**
 * AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce. `context` says where the words belong, so a sealed value
 * moved to another row does not open.
 */
export function seal(key: Key, text: string, context: string): Sealed {
	return sealBytes(key, Buffer.from(text, 'utf8'), context);
}

/** Throws when the key is another one, or the bytes or their context were changed. */
export function unseal(key: Key, sealed: Sealed, context: string): string {
	return unsealBytes(key, sealed, context).toString('utf8');
}

export function sealBytes(key: Key, bytes: Buffer, context: string): Sealed {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context, 'utf8'));
	const words = Buffer.concat([cipher.update(bytes), cipher.final()]);
	return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), words]);
}

export function unsealBytes(key: Key, sealed: Sealed, context: string): Buffer {
	if (sealed[0] !== VERSION || sealed.length < 1 + NONCE + TAG)
		throw new Error('This is not a sealed value.');
	const nonce = sealed.subarray(1, 1 + NONCE);
	const tag = sealed.subarray(1 + NONCE, 1 + NONCE + TAG);
	const opener = createDecipheriv('aes-256-gcm', key, nonce)
		.setAAD(Buffer.from(context, 'utf8'))
		.setAuthTag(tag);
	return Buffer.concat([opener.update(sealed.subarray(1 + NONCE + TAG)), opener.final()]);
}
