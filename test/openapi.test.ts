import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { endpoints } from '#composition';
import { codes } from '#features/access/problem.ts';
import { scopes } from '#features/access/token.ts';
import { locales, sayIn } from '../src/words.ts';
import { expectFile } from './expect-file.ts';
import { document } from './program.ts';

test('docs/openapi.json says what programs can do', () => {
	expectFile('docs/openapi.json', `${JSON.stringify(document, null, '\t')}\n`);
});

test('it is OpenAPI 3.1', async () => {
	const validator = new Validator();

	expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
	expect(validator.version).toBe('3.1');
	expect(await new Validator().validate({ ...document, paths: 3 })).toMatchObject({ valid: false });
});

test('every endpoint is in it, with a scope that somebody can give', () => {
	const written = Object.entries(document.paths).flatMap(([path, ways]) =>
		Object.keys(ways).map((method) => `${method.toUpperCase()} ${path}`),
	);

	expect(written.sort()).toEqual(
		[...endpoints.map(({ method, path }) => `${method} ${path}`), 'GET /openapi.json'].sort(),
	);
	expect(new Set(endpoints.map(({ scope }) => scope))).toEqual(new Set(scopes));
});

test('every no it names is a sentence, in every language', () => {
	const keys = [
		...endpoints.flatMap(({ refusals, sentence }) => refusals.map((reason) => sentence(reason))),
		...Object.entries(codes).flatMap(([status, reasons]) =>
			status === '429' ? [] : reasons.map((reason) => `access.no.${reason}`),
		),
		...scopes.map((scope) => `access.scope.${scope}`),
	];

	const said = locales.flatMap((locale) => keys.map((key) => sayIn(locale, 'UTC')(key)));
	expect(said.length).toBeGreaterThan(100);
	expect(said.every((sentence) => sentence.length > 10)).toBe(true);
});
