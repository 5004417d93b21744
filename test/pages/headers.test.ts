import { expect } from 'vitest';
import { request } from 'node:http';
import { sql } from 'kysely';
import { test, testWith, type App } from '../app.ts';
import type { Client } from '../client.ts';
import { everyPage } from '../crawl.ts';

/** What every answer carries, whatever it is (OWASP ASVS 5.0 V3.4; the lists of its Cheat Sheet on HTTP headers). */
const always: Record<string, RegExp> = {
	'content-security-policy': /default-src 'none'/,
	'x-content-type-options': /^nosniff$/,
	'x-frame-options': /^DENY$/,
	'referrer-policy': /^(same-origin|no-referrer)$/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'cross-origin-embedder-policy': /^require-corp$/,
	'permissions-policy': /camera=\(\), microphone=\(\), geolocation=\((self)?\)/,
	'x-robots-tag': /noindex/,
};

test('every kind of answer is guarded, and nothing that is about people is kept on the way', async ({
	app,
}) => {
	const problems = [];
	for (const [kind, answer] of await everyKind(app)) problems.push(...lacking(kind, answer));

	expect(problems).toEqual([]);
});

test('only the page that asks where one is may ask the browser', async ({ app }) => {
	const allowed = async (path: string) =>
		/geolocation=\(self\)/.test((await app.visitor().get(path)).headers.get('permissions-policy') ?? '');

	expect(await allowed('/find/here')).toBe(true);
	for (const path of ['/', '/find', '/find/saved', '/circles', '/help'])
		expect(await allowed(path), path).toBe(false);
});

test('every page one can walk to is guarded', async ({ app }) => {
	const pages = [
		...(await everyPage(app.visitor())),
		...(await everyPage(await app.signInAs('rosa'))),
		...(await everyPage(await app.signInAs('amara'))),
	];

	expect(pages.flatMap(({ path, answer }) => lacking(path, answer))).toEqual([]);
	expect(pages.length).toBeGreaterThan(60);
});

const testBehindHttps = testWith({ HEARTEN_ORIGIN: 'https://peers.example', HEARTEN_PROXIES: '1' });

testBehindHttps(
	'behind https everything is bound to it for two years, and cookies to this host',
	async ({ app }) => {
		const visitor = app.visitor({ address: '203.0.113.9' });
		const secured = { origin: 'https://peers.example' };
		const id = await app.idOf('wren');

		const answers = [
			await visitor.get('/'),
			await visitor.get('/no-such-page'),
			await visitor.get('/icon.svg'),
			await visitor.get('/healthz'),
			await visitor.post('/demo', { person: id }, secured),
			await visitor.post('/leave', {}, secured),
		];
		const cookies = answers.flatMap((answer) => answer.headers.getSetCookie());

		for (const answer of answers) {
			const [, age] = /max-age=(\d+)/.exec(answer.headers.get('strict-transport-security') ?? '') ?? [];
			expect(Number(age)).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
			expect(answer.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
		}
		expect(cookies.length).toBeGreaterThan(2);
		for (const cookie of cookies.filter((each) => !each.startsWith('z='))) {
			expect(cookie).toMatch(/^__Host-\w=/);
			expect(cookie).toMatch(/; Secure/i);
			expect(cookie).toMatch(/; HttpOnly/i);
			expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i);
			expect(cookie).not.toMatch(/Domain=/i);
		}
	},
);

/** One of each kind: pages, refusals, errors of every sort, redirects, files, data, downloads. */
async function everyKind(app: App): Promise<[string, Response][]> {
	const visitor = app.visitor();
	const nour = await app.signInAs('nour');
	const style = /href="(\/_app\/[^"]+\.css)"/.exec(await visitor.read('/'))?.[1] ?? '';
	const { slug } = await app.circle('nights');
	const script = /src="(\/_app\/[^"]+\.js)"/.exec(await nour.read(`/circles/${slug}/talk`))?.[1] ?? '';
	return [
		['a page', await visitor.get('/')],
		['a page of one’s own', await nour.get('/me')],
		['a form that was not accepted', await visitor.post('/sign-up?/passphrase', { nickname: '' })],
		['a refusal', await visitor.post('/recover', { code: 'AAAA' })],
		['a redirect', await visitor.get('/me')],
		['something missing', await visitor.get('/no-such-page')],
		['a malformed address', await visitor.get('/%E0%A4%A')],
		['a method there is none of', await visitor.get('/sign-out')],
		[
			'a form from elsewhere',
			await visitor.post('/sign-in?/passphrase', {}, { origin: 'https://x.example' }),
		],
		['a form that is too long', await nour.post('/me', { words: 'x'.repeat(300_000) })],
		['a broken page', await broken(app, visitor)],
		['a picture', await visitor.get('/icon.svg')],
		['the manifest', await visitor.get('/icon.webmanifest')],
		['a stylesheet', await visitor.get(style)],
		['a script', await visitor.get(script)],
		['a missing file', await visitor.get('/_app/immutable/nothing.js')],
		['a question to a passkey', await visitor.post('/sign-in/passkey')],
		['a page’s data', await nour.get('/circles/__data.json')],
		['everything about me', await nour.post('/me/export')],
		['whether it is well', await visitor.get('/healthz')],
		['the neutral page', await visitor.get('/today')],
		['leaving', await nour.post('/leave')],
	];
}

/** A page whose table has gone for a moment. */
async function broken({ spine: { db } }: App, visitor: Client): Promise<Response> {
	await sql`alter table circle rename to gone`.execute(db);
	const answer = await visitor.get('/circles');
	await sql`alter table gone rename to circle`.execute(db);
	expect(answer.status).toBe(500);
	return answer;
}

/** What is about nobody, and meant for the pages and programs of others. */
const isOpen = (path: string) => /^\/(listings\.|listings\/[^/]+\/calendar|hsds|embed\.js)/.test(path);

/** The same, but that any page may use it. */
const toAnybody = { ...always, 'cross-origin-resource-policy': /^cross-origin$/ };

function lacking(what: string, { headers }: Response): string[] {
	const problems = Object.entries(isOpen(what) ? toAnybody : always)
		.filter(([name, wanted]) => !wanted.test(headers.get(name) ?? ''))
		.map(([name]) => `${what}: ${name} is ${headers.get(name)}`);
	const policy = headers.get('content-security-policy') ?? '';
	if (/unsafe-|\*|https?:|data:/.test(policy)) problems.push(`${what}: the policy allows ${policy}`);
	for (const needed of ["require-trusted-types-for 'script'", "base-uri 'none'", "frame-ancestors 'none'"])
		if (!policy.includes(needed)) problems.push(`${what}: the policy lacks ${needed}`);
	const type = headers.get('content-type') ?? '';
	const file =
		/^(image|text\/(css|javascript)|application\/manifest)/.test(type) || what === 'a missing file';
	if (!file && !isOpen(what) && !/\bno-store\b/.test(headers.get('cache-control') ?? ''))
		problems.push(`${what}: may be kept (${headers.get('cache-control')})`);
	if (headers.has('server') || headers.has('x-powered-by')) problems.push(`${what}: tells what serves it`);
	return problems;
}

test('a socket that is not one of ours is refused with nothing in the answer', async ({ app }) => {
	const url = new URL('/live', app.origin);
	const status = await new Promise<number | undefined>((told, failed) => {
		const asking = request(url, {
			headers: {
				connection: 'Upgrade',
				upgrade: 'websocket',
				'sec-websocket-version': '13',
				'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
				origin: 'https://elsewhere.example',
			},
		});
		asking.on('response', (answer) => told(answer.statusCode));
		asking.on('upgrade', () => told(101));
		asking.on('error', failed);
		asking.end();
	});

	expect(status).toBe(403);
});
