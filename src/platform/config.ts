import { resolve } from 'node:path';
import { z } from 'zod';

const yes = z.enum(['yes', 'no']).transform((word) => word === 'yes');

const Settings = z
	.strictObject({
		HEARTEN_DATA: z.string().min(1).default('data').describe('the folder where everything is kept'),
		HEARTEN_DATABASE_URL: z
			.url({ protocol: /^postgres(ql)?$/ })
			.optional()
			.describe('an existing PostgreSQL, 15 or newer, instead of the embedded one'),
		HEARTEN_MASTER_KEY: z
			.string()
			.regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/, 'is 64 hexadecimal digits; a new key goes behind a comma')
			.optional()
			.describe('the key that wraps all keys, instead of the file master.key in the data folder'),
		HEARTEN_ORIGIN: z
			.url({ protocol: /^https?$/ })
			.optional()
			.describe('the address people type, such as https://peers.example'),
		HEARTEN_PROXIES: z.coerce
			.number()
			.int()
			.min(0)
			.max(9)
			.default(0)
			.describe('how many trusted proxies stand in front and set x-forwarded-for'),
		HEARTEN_DEMO: yes.default(false).describe('yes: made-up people anybody can sign in as'),
		HEARTEN_PSEUDO_LOCALES: yes.default(false).describe('yes: two made-up languages, for testing layouts'),
		HEARTEN_ALLOW_PRIVATE_FEEDS: yes
			.default(false)
			.describe('yes: meeting lists may come from private addresses'),
		HEARTEN_LOG: z.enum(['info', 'warn', 'silent']).default('info').describe('how much to log'),
		PORT: z.coerce.number().int().min(0).max(65535).default(3000),
		HOST: z.string().min(1).default('localhost'),
	})
	.refine((all) => !all.HEARTEN_ORIGIN?.startsWith('https:') || all.HEARTEN_PROXIES > 0, {
		path: ['HEARTEN_PROXIES'],
		message:
			'is needed beside an https HEARTEN_ORIGIN: say how many proxies stand in front (usually 1), or every visitor would look like the same one',
	})
	.refine(
		(all) => !all.HEARTEN_DEMO || !all.HEARTEN_DATABASE_URL || /demo|test/.test(all.HEARTEN_DATABASE_URL),
		{
			path: ['HEARTEN_DEMO'],
			message:
				'would let anybody sign in as anybody: it only runs on a database with “demo” or “test” in its name',
		},
	);

export interface Config {
	dataFolder: string;
	databaseUrl: string | undefined;
	masterKey: string | undefined;
	/** Without a trailing slash. Undefined: whatever address the visitor used. */
	origin: string | undefined;
	proxies: number;
	demo: boolean;
	pseudoLocales: boolean;
	allowPrivateFeeds: boolean;
	log: 'info' | 'warn' | 'silent';
	port: number;
	host: string;
}

/** Settings that make no sense together. Its message says, line by line, what to change. */
export class ConfigProblem extends Error {}

/** Reads the settings from environment variables. Throws a `ConfigProblem` rather than run half-configured. */
export function readConfig(environment: Record<string, string | undefined>): Config {
	const ours = Object.entries(environment).filter(
		([name, value]) => (name.startsWith('HEARTEN_') || name === 'PORT' || name === 'HOST') && value !== '',
	);
	const read = Settings.safeParse(Object.fromEntries(ours));
	if (!read.success) throw new ConfigProblem(read.error.issues.map(told).join('\n'));

	const all = read.data;
	return {
		dataFolder: resolve(all.HEARTEN_DATA),
		databaseUrl: all.HEARTEN_DATABASE_URL,
		masterKey: all.HEARTEN_MASTER_KEY,
		origin: all.HEARTEN_ORIGIN && new URL(all.HEARTEN_ORIGIN).origin,
		proxies: all.HEARTEN_PROXIES,
		demo: all.HEARTEN_DEMO,
		pseudoLocales: all.HEARTEN_PSEUDO_LOCALES,
		allowPrivateFeeds: all.HEARTEN_ALLOW_PRIVATE_FEEDS,
		log: all.HEARTEN_LOG,
		port: all.PORT,
		host: all.HOST,
	};
}

/** The one setting that a job looks at, where nothing else of the configuration is at hand. It was checked at the start. */
export const allowsPrivateFeeds = (environment: Record<string, string | undefined>): boolean =>
	environment.HEARTEN_ALLOW_PRIVATE_FEEDS === 'yes';

function told(issue: z.core.$ZodIssue): string {
	if (issue.code === 'unrecognized_keys')
		return `${issue.keys.join(', ')}: there is no such setting. There are: ${Object.keys(Settings.shape).join(', ')}.`;
	const name = String(issue.path[0]);
	const about = Settings.shape[name as keyof typeof Settings.shape]?.description;
	return `${name}${about ? ` (${about})` : ''}: ${issue.message}.`;
}
