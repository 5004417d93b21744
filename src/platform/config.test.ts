import { expect, test } from 'vitest';
import { ConfigProblem, readConfig } from './config.ts';

test('with nothing set, Hearten runs from ./data on localhost:3000', () => {
	expect(readConfig({})).toMatchObject({
		port: 3000,
		host: 'localhost',
		demo: false,
		databaseUrl: undefined,
	});
});

test.each([
	['a setting that does not exist', { HEARTEN_DATBASE_URL: 'postgres://x/y' }, /no such setting/],
	['a port that is a word', { PORT: 'http' }, /PORT/],
	['a database of another kind', { HEARTEN_DATABASE_URL: 'mysql://x/y' }, /HEARTEN_DATABASE_URL/],
	['https without saying how many proxies', { HEARTEN_ORIGIN: 'https://a.example' }, /HEARTEN_PROXIES/],
	['a master key that is too short', { HEARTEN_MASTER_KEY: 'abc' }, /64 hexadecimal/],
	[
		'a demo on a real database',
		{ HEARTEN_DEMO: 'yes', HEARTEN_DATABASE_URL: 'postgres://h/peers' },
		/anybody/,
	],
])('%s is refused, and the message says what to change', (_what, environment, message) => {
	expect(() => readConfig(environment)).toThrow(ConfigProblem);
	expect(() => readConfig(environment)).toThrow(message);
});
