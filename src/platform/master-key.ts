import { createHash, randomBytes } from 'node:crypto';
import { chmod, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MasterKey } from './vault.ts';

const FILE = 'master.key';

/** Words are there that no key at hand opens. Its message says what to put back. */
export class KeyProblem extends Error {}

/**
 * The master keys of this installation, the current one last: from the environment, else from the data folder, where one
 * is made for an installation that has sealed nothing yet, unless others share it. `needed` are the names of those that wrapped something: when
 * one of them is missing, throws a `KeyProblem` rather than seal new words with a key that opens no old ones.
 */
export async function readMasterKeys(
	dataFolder: string,
	fromEnvironment: string | undefined,
	needed: readonly string[] = [],
	{ mayMake = true } = {},
): Promise<MasterKey[]> {
	const keys = await keysAt(dataFolder, fromEnvironment, { mayMake: mayMake && needed.length === 0 });
	if (keys.length === 0 && needed.length === 0)
		throw new KeyProblem(
			`There is no master key, neither in HEARTEN_MASTER_KEY nor in ${join(dataFolder, FILE)}. Processes that share a database share one key, so none is made here: give every one the same, such as that of “openssl rand -hex 32”.`,
		);
	const missing = needed.filter((name) => !keys.some((key) => key.name === name));
	if (missing.length > 0)
		throw new KeyProblem(
			`What people wrote here is sealed with the master key “${missing[0]}”, and that key is not ${fromEnvironment ? 'in HEARTEN_MASTER_KEY' : `in ${join(dataFolder, FILE)}`}. Put it back from your copy; nothing can be read without it.`,
		);
	return keys;
}

async function keysAt(
	dataFolder: string,
	fromEnvironment: string | undefined,
	{ mayMake }: { mayMake: boolean },
): Promise<MasterKey[]> {
	if (fromEnvironment) return parse(fromEnvironment.split(','));
	const path = join(dataFolder, FILE);
	const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	if (text === undefined)
		return mayMake ? parse(await writeKeys(path, [randomBytes(32).toString('hex')])) : [];
	if ((await stat(path)).mode & 0o077) await chmod(path, 0o600);
	return parse(text.trim().split('\n'));
}

/** Adds a new current key behind the others. What they wrapped is wrapped anew by `rewrapKeys`. */
export async function addMasterKey(dataFolder: string): Promise<MasterKey[]> {
	const path = join(dataFolder, FILE);
	const lines = (await readFile(path, 'utf8')).trim().split('\n');
	return parse(await writeKeys(path, [...lines, randomBytes(32).toString('hex')]));
}

/** Forgets all but the current key, once nothing is wrapped by the others. */
export async function dropOldMasterKeys(dataFolder: string): Promise<void> {
	const path = join(dataFolder, FILE);
	const lines = (await readFile(path, 'utf8')).trim().split('\n');
	await writeKeys(path, lines.slice(-1));
}

/** Never leaves half a file: losing this one would lose every word. */
async function writeKeys(path: string, lines: string[]): Promise<string[]> {
	const file = await open(`${path}.new`, 'w', 0o600);
	await file.writeFile(`${lines.join('\n')}\n`);
	await file.sync();
	await file.close();
	await rename(`${path}.new`, path);
	const folder = await open(dirname(path), 'r');
	await folder.sync();
	await folder.close();
	return lines;
}

/** A key’s name is taken from the key itself, so that dropping old ones does not rename the rest. */
const parse = (lines: readonly string[]): MasterKey[] =>
	lines.map((line) => {
		if (!/^[0-9a-f]{64}$/.test(line)) throw new Error(`${FILE} holds something that is not a key.`);
		const key = Buffer.from(line, 'hex');
		return { name: nameOf(key), key };
	});

/** Eight characters of a digest: enough to tell keys apart, and nothing about the key. */
const nameOf = (key: Buffer) => createHash('sha256').update('name of ').update(key).digest('hex').slice(0, 8);
