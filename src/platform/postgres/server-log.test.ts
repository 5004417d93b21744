import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from './fixtures/folders.ts';
import { openServerLog } from './server-log.ts';

test('a server that talks all year fills no disk', () => {
	const file = join(emptyFolder(), 'server.log');
	const log = openServerLog(file);

	for (let line = 1; line <= 5_000; line++) log.take(`LOG:  line ${line} ${'-'.repeat(990)}\n`);

	expect(statSync(file).size + statSync(`${file}.1`).size).toBeLessThan(2_200_000);
	expect(log.lastLines()).toContain('line 5000');
	expect(log.lastLines()).not.toContain('line 4900 ');
});

test('a log that cannot be written still remembers the last lines', () => {
	const log = openServerLog(join(emptyFolder(), 'missing', 'server.log'));

	log.take('FATAL:  out of memory\n');

	expect(log.lastLines()).toBe('FATAL:  out of memory');
});
