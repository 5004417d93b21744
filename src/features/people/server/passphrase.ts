import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { tidyPassphrase } from '../passphrase.ts';

const derive = promisify(argon2);

/** OWASP’s second choice for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT = 16;
const TAG = 32;

/** Turns a passphrase into what is kept of it, in PHC string form. */
export async function hashPassphrase(typed: string): Promise<string> {
	const salt = randomBytes(SALT);
	return phc(salt, await argon2id(typed, salt, COST, TAG));
}

/**
 * Whether this is the passphrase that was hashed. Without one to compare with (nobody has that nickname, or they have
 * no passphrase) it takes just as long, and is never right.
 */
export async function isPassphrase(typed: string, kept: string | null | undefined): Promise<boolean> {
	const { salt, tag, cost } = readPhc(kept ?? nobodys);
	const found = await argon2id(typed, salt, cost, tag.length);
	return timingSafeEqual(found, tag) && kept != null;
}

async function argon2id(typed: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
	const message = Buffer.from(tidyPassphrase(typed), 'utf8');
	return twoAtOnce(() => derive('argon2id', { message, nonce, tagLength, ...cost }));
}

interface Cost {
	memory: number;
	passes: number;
	parallelism: number;
}

const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** A small server hashes two at a time, so that a crowd at the door leaves it memory and a core for everyone inside. */
async function twoAtOnce<T>(work: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
	else running += 1;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

/** How many wait for their turn, for whoever decides whether to let in more. */
export const hashesWaiting = () => waiting.length;

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** The string format of the Password Hashing Competition: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
const phc = (salt: Buffer, tag: Buffer) =>
	`$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;

function readPhc(text: string): { salt: Buffer; tag: Buffer; cost: Cost } {
	const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text);
	if (!found) throw new Error('This is not an Argon2id hash in PHC form.');
	const [, memory, passes, parallelism, salt, tag] = found as unknown as [
		string,
		string,
		string,
		string,
		string,
		string,
	];
	return {
		salt: Buffer.from(salt, 'base64'),
		tag: Buffer.from(tag, 'base64'),
		cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
	};
}

/** A hash of nothing that anybody can type, for nicknames that nobody has. */
const nobodys = phc(randomBytes(SALT), randomBytes(TAG));
