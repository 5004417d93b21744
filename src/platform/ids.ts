import { randomBytes, randomUUID } from 'node:crypto';

declare const of: unique symbol;

/** A UUIDv7 (RFC 9562) that remembers what it names. Ordered by time, never guessable, and never trusted. */
export type Id<Of extends string> = string & { readonly [of]: Of };

export type PersonId = Id<'person'>;

/** The moment is milliseconds since 1970; ids made in one millisecond differ by 74 random bits. */
export function newId<Of extends string>(at: Date): Id<Of> {
	const hex = at.getTime().toString(16).padStart(12, '0');
	// Version 4 has the same variant, and its random bits where version 7 has them. Node makes many of them at once.
	return `${hex.slice(0, 8)}-${hex.slice(8)}-7${randomUUID().slice(15)}` as Id<Of>;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether text from outside has the form of an id. It says nothing about whether it may be used. */
export const isId = (text: string): text is Id<string> => shape.test(text);

/** A name for a URL: short, easy to read aloud, and impossible to guess (80 random bits, Crockford’s base 32). */
export function newSlug(): string {
	const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
	return Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join('');
}
