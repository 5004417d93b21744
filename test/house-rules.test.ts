/** Rules of the house that no linter knows. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = globSync('{src,db}/**/*.{ts,svelte,css}', { exclude: ['**/*.test.ts'] })
	.map((file) => file.replaceAll('\\', '/'))
	.sort()
	.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n') }));

/** Where a pattern stands, as `file:line`. */
const whereIs = (pattern: RegExp, among: RegExp, except = /^$/) =>
	sources
		.filter(({ file }) => among.test(file) && !except.test(file))
		.flatMap(({ file, lines }) =>
			lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
		);

/** What runs in the browser has the browser’s own clock. */
const inBrowser = /\/ui\/|\/quick-exit\//;

test('only platform/time.ts looks at the clock', () => {
	const clock = /\bnew Date\(\)|\bDate\.now\(\)|\bTemporal\.Now\b/;
	expect(whereIs(clock, /\.ts$/, new RegExp(`^src/platform/time\\.ts$|${inBrowser.source}`))).toEqual([]);
	expect(whereIs(clock, /\.svelte$/)).toEqual([]);
});

test('no page carries a style, a handler or a script of its own', () => {
	expect(whereIs(/\sstyle=["{]|\sstyle:\S/, /\.svelte$/)).toEqual([]);
	expect(whereIs(/\son[a-z]+=["{]/, /\.svelte$/)).toEqual([]);
	expect(whereIs(/\{@html\b/, /\.svelte$/)).toEqual([]);
});

test('nothing knows left from right', () => {
	const sided =
		/(?:^|[;{\s])(?:(?:margin|padding|border|inset)-(?:left|right)|(?:left|right)|(?:border-(?:top|bottom)-(?:left|right)-radius))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;
	expect(whereIs(sided, /\.(svelte|css)$/)).toEqual([]);
});

test('colours, fonts and addresses come from here and nowhere else', () => {
	expect(whereIs(/url\(\s*['"]?(?:https?:)?\/\//, /\.(svelte|css)$/)).toEqual([]);
	expect(whereIs(/(?:src|href)="https?:\/\//, /\.svelte$/)).toEqual([]);
});

test('pages do without Svelte in the browser', () => {
	expect(whereIs(/\bcsr = true\b/, /^src\/routes\//)).toEqual([]);
	expect(whereIs(/\$effect\b|\bonMount\b/, /\.svelte$/)).toEqual([]);
});
