import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { refusals } from '#features/conversations/refusals.ts';
import { expect, test } from 'vitest';
import { catalogues, locales, pseudoLocales, sayIn } from '../src/words.ts';
import { branchesOf, samplesFor } from './messages.ts';

const keys = Object.keys(catalogues.en);
const wordsIn = (locale: string): Record<string, string> => catalogues[locale as keyof typeof catalogues];

test('every locale says everything', () => {
	for (const locale of locales)
		expect(Object.keys(wordsIn(locale)).sort(), `in ${locale}`).toEqual([...keys].sort());
});

test('every sentence takes the same values in every language', () => {
	const taken = (locale: string, key: string) =>
		[...branchesOf(new IntlMessageFormat(wordsIn(locale)[key] ?? '', locale).getAst()).keys()].sort();
	for (const locale of locales)
		for (const key of keys) expect(taken(locale, key), `${key} in ${locale}`).toEqual(taken('en', key));
});

test('every sentence can be said in every locale, whichever way its plurals and choices go', () => {
	for (const locale of [...locales, ...pseudoLocales]) {
		const say = sayIn(locale, 'Europe/Madrid');
		for (const key of keys) {
			const spoken = pseudoLocales.includes(locale) ? 'en' : locale;
			const ast = new IntlMessageFormat(wordsIn(spoken)[key]!, spoken).getAst();
			for (const values of samplesFor(ast)) {
				const said = say(key, values);
				expect(said.trim(), `${key} in ${locale}`).not.toBe('');
				expect(said, `${key} in ${locale}`).not.toMatch(/undefined|\[object|NaN|Invalid/);
			}
		}
	}
});

test('every form of a plural is one that its language has', () => {
	for (const locale of locales) {
		const has = new Intl.PluralRules(locale).resolvedOptions().pluralCategories as string[];
		for (const key of keys)
			for (const { kind, options } of branchesOf(
				new IntlMessageFormat(wordsIn(locale)[key]!, locale).getAst(),
			).values())
				if (kind === 'plural')
					for (const option of options)
						expect(option.startsWith('=') || has.includes(option), `${key} in ${locale}: ${option}`).toBe(
							true,
						);
	}
});

const sources = globSync('src/**/*.{ts,svelte}', { exclude: ['**/*.test.ts', '**/*.states.ts'] })
	.sort()
	.map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test('everything that is said is in the catalogues', () => {
	const missing = sources.flatMap(({ file, text }) =>
		spokenIn(text)
			.filter((said) => !keys.some((key) => said.test(key)))
			.map((said) => `${file}: ${said.source}`),
	);
	expect(missing).toEqual([]);
});

test('nothing is in the catalogues that nobody says', () => {
	const said = sources.flatMap(({ text }) => keyLike(text));
	expect(keys.filter((key) => !said.some((pattern) => pattern.test(key)))).toEqual([]);
});

/** Keys in what is handed to `say`, as patterns: `people.duty.${duty}` may be any of several. */
function spokenIn(text: string): RegExp[] {
	return [...text.matchAll(/\bsay\(/g)].flatMap(({ index }) =>
		keyLike(firstArgument(text, index + 'say('.length)),
	);
}

/** Up to the comma or parenthesis that ends it. */
function firstArgument(text: string, from: number): string {
	let depth = 0;
	for (let index = from; index < text.length; index++) {
		const sign = text[index]!;
		if ('({['.includes(sign)) depth++;
		if (')}]'.includes(sign) && depth-- === 0) return text.slice(from, index);
		if (sign === ',' && depth === 0) return text.slice(from, index);
	}
	return text.slice(from);
}

/** Quoted strings that look like keys. */
function keyLike(text: string): RegExp[] {
	const quoted = text.matchAll(/'([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)'|"([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)"/g);
	const templates = text.matchAll(/`((?:[a-z0-9.-]|\$\{[^`{}]*(?:\{[^`{}]*\}[^`{}]*)*\})+)`/g);
	return [
		...Array.from(quoted, ([, single, double]) => exactly(single ?? double!)),
		...Array.from(templates, ([, template]) => template!)
			.filter((template) => /^[a-z]+\./.test(template))
			.map((template) => template.split(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/))
			.map((parts) => new RegExp(`^${parts.map(escaped).join('[A-Za-z0-9.:-]+')}$`)),
	];
}

const escaped = (text: string) => text.replace(/[.\\+*?^$()[\]{}|]/g, '\\$&');
const exactly = (key: string) => new RegExp(`^${escaped(key)}$`);

const never: Record<string, RegExp> = {
	en: /\busers?\b|\bpatients?\b|\boops\b|\bclients?\b|!/i,
	es: /\busuari[oa]s?\b|\bpacientes?\b|\bups\b|\busted(es)?\b|[!¡]/i,
};

test('nobody is a user or a patient, and nobody shouts', () => {
	for (const locale of locales)
		for (const key of keys) expect(wordsIn(locale)[key], `${key} in ${locale}`).not.toMatch(never[locale]!);
});

/** What is the same word in both languages. */
const alike = new Set([
	'help.lines.find',
	...['alcohol', 'trauma', 'diabetes', 'tics'].map((lived) => `people.lived.${lived}`),
	...['A', 'BI', 'G', 'HI', 'LGBTQ', 'ML', 'PUN'].map((type) => `directory.type.${type}`),
]);

test('Spanish is Spanish', () => {
	const same = keys.filter((key) => wordsIn('es')[key] === wordsIn('en')[key] && !alike.has(key));
	expect(same.filter((key) => /\p{L}{2}/u.test(wordsIn('en')[key]!.replace(/\{[^{}]*\}/g, '')))).toEqual([]);
});

/** Which sentences explain a feature’s refusals. The directory’s are told on the command line, where it says them. */
const explanations: Record<string, string> = {
	'circle-mode': 'mode.refused',
	circles: 'circles.refused',
	conversations: 'conversations.refused',
	people: 'people.no',
	rooms: 'rooms.refused',
	rota: 'rota.no',
	'sit-with-me': 'sit.no',
	tastes: 'tastes.refused',
};

/** Not there, or not for whoever asks: the page is missing, and says no more. */
const missing = new Set(['not-found', 'not-told', 'not-a-demo']);

test('every refusal is explained', () => {
	for (const [feature, prefix] of Object.entries(explanations)) {
		const reasons = sources
			.filter(({ file }) => file.startsWith(`src/features/${feature}/`))
			.flatMap(({ text }) => [...text.matchAll(/\brefuse\('([a-z-]+)'/g)].map(([, reason]) => reason!))
			.filter((reason) => !missing.has(reason) && !(feature !== 'conversations' && refusals.has(reason)));
		const unexplained = [...new Set(reasons)].filter((reason) => !keys.includes(`${prefix}.${reason}`));
		expect(unexplained, `${prefix}.… lacks`).toEqual([]);
	}
});

test('every problem of a form is explained', () => {
	const problems = sources
		.filter(({ file }) => file.endsWith('forms.ts'))
		.flatMap(({ text }) => [
			...text.matchAll(/(?:\.(?:min|max|regex|uuid|date)\([^'[\n]*|message: )'([a-z-]+)'/g),
		])
		.map(([, problem]) => problem!);
	expect(problems).not.toEqual([]);
	expect([...new Set(problems)].filter((problem) => !keys.includes(`form.${problem}`))).toEqual([]);
});
