import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares a generated document with what is kept; with HEARTEN_WRITE=1, writes it instead. */
export function expectFile(path: string, text: string) {
	if (process.env.HEARTEN_WRITE === '1') writeFileSync(path, text);
	const kept = existsSync(path) ? readFileSync(path, 'utf8') : '';
	expect(text, `${path} is out of date. HEARTEN_WRITE=1 writes it anew; then look at what changed.`).toBe(
		kept,
	);
}
