import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { emptyFolder } from './fixtures/folders.ts';
import { explained } from './trouble.ts';

test.for([
	['could not write to file "pg_wal/xlogtemp.41": No space left on device', 'no space left on the disk'],
	['EROFS: read-only file system, mkdir', 'mounted read-only'],
	['EACCES: permission denied, open', 'This account may not use it'],
] as const)('%s is told in words', ([message, sentence]) => {
	expect(String(explained(new Error(message), '/data'))).toContain(sentence);
	expect(String(explained(new Error(message), '/data'))).toContain(message);
});

test('a data folder that is a file is told in words', async () => {
	const folder = emptyFolder();
	writeFileSync(join(folder, 'data'), '');

	await expect(startEmbedded(join(folder, 'data', 'db'))).rejects.toThrow('is a file, not a folder');
});

test.skipIf(process.getuid?.() === 0)('a data folder one may not write to is told in words', async () => {
	const folder = emptyFolder();
	chmodSync(folder, 0o500);

	await expect(startEmbedded(join(folder, 'db'))).rejects.toThrow('This account may not use it');
});

test('a folder without PostgreSQL’s programs is named, with another way', async () => {
	const folder = emptyFolder();
	vi.stubEnv('PG_BIN', folder);

	await expect(startEmbedded(join(folder, 'db'))).rejects.toThrow(/does not run: [^]*Set PG_BIN/);
	vi.unstubAllEnvs();
});

test('a server that says nothing is given up on, with the last it said', async () => {
	const folder = emptyFolder();
	program(
		folder,
		'postgres',
		'case $1 in --version) echo "postgres (PostgreSQL) 18.4";; *) echo "LOG:  thinking" >&2; exec sleep 60;; esac',
	);
	mkdirSync(join(folder, 'db'), { mode: 0o700 });
	writeFileSync(join(folder, 'db', 'PG_VERSION'), '18\n');
	vi.stubEnv('PG_BIN', folder);

	await expect(startEmbedded(join(folder, 'db'), { patience: 300 })).rejects.toThrow(
		'nothing was heard from it for 0.3 seconds.\nLOG:  thinking',
	);
	vi.unstubAllEnvs();
});

function program(folder: string, name: string, script: string) {
	writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
	chmodSync(join(folder, name), 0o755);
}
