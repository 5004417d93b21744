import { mkdtemp, readFile, rm, stat, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { addMasterKey, dropOldMasterKeys, readMasterKeys } from './master-key.ts';

const test = base.extend<{ folder: string }>({
	folder: async ({}, use) => {
		const folder = await mkdtemp(join(tmpdir(), 'hearten-key-'));
		await use(folder);
		await rm(folder, { recursive: true });
	},
});

test('the first start makes a key that only its owner can read, and later ones find it', async ({
	folder,
}) => {
	const made = await readMasterKeys(folder, undefined);

	expect((await stat(join(folder, 'master.key'))).mode & 0o777).toBe(0o600);
	expect(await readMasterKeys(folder, undefined)).toEqual(made);
});

test('a key that others could read is closed to them', async ({ folder }) => {
	await readMasterKeys(folder, undefined);
	await chmod(join(folder, 'master.key'), 0o644);

	await readMasterKeys(folder, undefined);

	expect((await stat(join(folder, 'master.key'))).mode & 0o777).toBe(0o600);
});

test('a new key comes last, and keeps its name when the old one is dropped', async ({ folder }) => {
	const [old] = await readMasterKeys(folder, undefined);
	const both = await addMasterKey(folder);
	await dropOldMasterKeys(folder);

	expect(both[0]).toEqual(old);
	expect(await readMasterKeys(folder, undefined)).toEqual([both[1]]);
});

test('a key in the environment is used, and nothing is written', async ({ folder }) => {
	const [key] = await readMasterKeys(folder, 'ab'.repeat(32));

	expect(key!.key.toString('hex')).toBe('ab'.repeat(32));
	await expect(readFile(join(folder, 'master.key'))).rejects.toThrow('ENOENT');
});

test('a broken key file stops the start, and is left as it is', async ({ folder }) => {
	await writeFile(join(folder, 'master.key'), 'not a key\n');

	await expect(readMasterKeys(folder, undefined)).rejects.toThrow('something that is not a key');
	expect(await readFile(join(folder, 'master.key'), 'utf8')).toBe('not a key\n');
});

test('without the key that sealed what is there, no other is made in its place', async ({ folder }) => {
	await expect(readMasterKeys(folder, undefined, ['0a1b2c3d'])).rejects.toThrow(/0a1b2c3d.*Put it back/);
	await expect(stat(join(folder, 'master.key'))).rejects.toThrow('ENOENT');

	const [key] = await readMasterKeys(folder, undefined);
	expect(await readMasterKeys(folder, undefined, [key!.name])).toEqual([key]);
	await expect(readMasterKeys(folder, '0'.repeat(64), [key!.name])).rejects.toThrow('HEARTEN_MASTER_KEY');
});
