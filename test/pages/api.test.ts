import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { sql } from 'kysely';
import { endpoints } from '#composition';
import { scopes } from '#features/access/token.ts';
import type { MessageLine } from '#features/conversations/message.ts';
import { test as base, type App } from '../app.ts';
import type { Client } from '../client.ts';
import { Ear } from '../ear.ts';
import { document, Program, tokenFor } from '../program.ts';
import { everyRoute } from './router.ts';
import { setScene, type Scene } from './scene.ts';

const holders = {
	newcomer: 'wren',
	observer: 'boat',
	member: 'nour',
	paused: 'mo',
	host: 'rosa',
	'other-host': 'maricarmen',
	steward: 'lolo',
	coordinator: 'ximena',
	teen: 'robin',
} as const;
const roles = ['stranger', ...(Object.keys(holders) as (keyof typeof holders)[]), 'erased'] as const;
type Role = (typeof roles)[number];

interface Programs {
	scene: Scene;
	/** A program of each, with every scope. */
	of: Record<Role, Program>;
}

const test = base.extend<{ $file: { programs: Programs } }>({
	programs: [
		async ({ app }, use) => {
			const of: Partial<Record<Role, Program>> = { stranger: new Program(app) };
			for (const [role, who] of Object.entries(holders))
				of[role as Role] = new Program(app, await tokenFor(app, await app.idOf(who)));
			of.erased = await programOfSomebodyErased(app);
			await use({ scene: await setScene(app), of: of as Record<Role, Program> });
		},
		{ scope: 'file' },
	],
});

const passphrase = 'a lamp in the window 9';
let newcomers = 0;

/** Somebody new, with a browser, and a token made on the page. */
async function somebody(app: App, chosen: readonly string[] = scopes) {
	const nickname = `Tinkerer ${++newcomers}`;
	const client = app.visitor();
	await client.post('/sign-up?/passphrase', { nickname, passphrase, next: '/' });
	return { nickname, client, program: new Program(app, await madeOnPage(client, chosen)) };
}

async function madeOnPage(client: Client, chosen: readonly string[]): Promise<string> {
	const answer = await client.post('/me/tokens?/make', { name: 'My bot', scopes: chosen, days: '90' });
	const [token] = /hearten_[\w-]{43}/.exec(await answer.text()) ?? [];
	if (!token) throw new Error(`The page showed no token: ${answer.status}`);
	return token;
}

async function programOfSomebodyErased(app: App) {
	const { client, nickname, program } = await somebody(app);
	const answer = await client.post('/me/erase', { confirm: nickname });
	if (answer.status !== 303) throw new Error(`Erasing answered ${answer.status}.`);
	return program;
}

/** What would be accepted from the right person. */
const bodies: Record<string, unknown> = {
	'POST /circles/{circle}/seat': {},
	'POST /circles/{circle}/observing': {},
	'POST /circles/{circle}/agreements': { version: 1 },
	'POST /circles/{circle}/messages': { body: 'A word.', clientId: '0198c0de-0000-7000-8000-000000000001' },
	'PATCH /circles/{circle}/messages/{place}': { body: 'Another word.' },
	'POST /circles/{circle}/messages/{place}/resonances': { kind: 'with-you' },
	'POST /rooms/{room}/presence': { intent: 'talk' },
	'POST /rooms/{room}/agreements': { version: 1 },
	'POST /rooms/{room}/messages': { body: 'A word.', clientId: '0198c0de-0000-7000-8000-000000000002' },
	'PATCH /rooms/{room}/messages/{place}': { body: 'Another word.' },
	'POST /rooms/{room}/messages/{place}/resonances': { kind: 'with-you' },
	'POST /asking': { help: 'listen', language: 'en', to: 'round' },
	'POST /asking/fit': {
		...{ languages: ['en'], enoughLanguages: [], atHome: false, lived: ['pain'], styles: [] },
		...{ wishes: [], times: ['2-evening'], anyHour: true, avoids: [] },
	},
	'POST /cards/{card}/answer': { answer: 'no' },
	'POST /now': { help: 'listen', language: 'en' },
	'POST /pairings/{pairing}/sessions': { length: 30, format: 'text' },
	'PATCH /pairings/{pairing}/sessions/{session}': {},
	'POST /pairings/{pairing}/messages': { body: 'A word.', clientId: '0198c0de-0000-7000-8000-000000000006' },
	'PATCH /pairings/{pairing}/messages/{place}': { body: 'Another word.' },
	'POST /pairings/{pairing}/messages/{place}/resonances': { kind: 'with-you' },
};

/**
 * What everybody’s program is answered about the circle “Long nights”, whose first message is its host’s; the third one
 * is what resonates. Of the room “The kettle is on”, which the steward holds, the observer, the member, whoever is paused
 * and the coordinator have come in; its second message is the member’s. The newcomer has told what fits, the observer and the
 * host wait for an answer, and a card lies before the steward. The newcomer waits for somebody to sit with as well. A `+`
 * says that something has changed.
 */
const table = `
                                                    any new  obs  mem  pau  host oth  stew coor teen gone
GET    /me                                          401 200  200  200  200  200  200  200  200  200  401
GET    /circles                                     401 200  200  200  200  200  200  200  200  200  401
GET    /circles/{circle}                            401 200  200  200  200  200  200  200  200  404  401
POST   /circles/{circle}/seat                       401 200  200+ 409  409  409  200+ 200+ 200+ 404  401
DELETE /circles/{circle}/seat                       401 409  409  200+ 200+ 200+ 409  409  409  404  401
DELETE /circles/{circle}/wait                       401 200+ 409  409  409  409  409  409  409  404  401
POST   /circles/{circle}/observing                  401 200+ 200  409  409  409  200+ 200+ 200+ 404  401
DELETE /circles/{circle}/observing                  401 200  200+ 200  200  200  200  200  200  404  401
POST   /circles/{circle}/agreements                 401 409  409  200  200  200  409  409  409  404  401
GET    /circles/{circle}/meetings                   401 200  200  200  200  200  200  200  200  404  401
GET    /meetings                                    401 200  200  200  200  200  200  200  200  200  401
GET    /circles/{circle}/messages                   401 409  200  200  200  200  409  409  409  404  401
POST   /circles/{circle}/messages                   401 409  409  201+ 409  201+ 409  409  409  404  401
GET    /circles/{circle}/messages/{place}           401 409  200  200  200  200  409  409  409  404  401
PATCH  /circles/{circle}/messages/{place}           401 409  409  409  409  200+ 409  409  409  404  401
DELETE /circles/{circle}/messages/{place}           401 409  409  409  409  200+ 409  409  409  404  401
POST   /circles/{circle}/messages/{place}/resonances 401 409 409  200+ 200+ 200+ 409  409  409  404  401
GET    /rooms                                       401 200  200  200  200  200  200  200  200  200  401
GET    /rooms/{room}                                401 200  200  200  200  200  200  200  200  404  401
POST   /rooms/{room}/presence                       401 200+ 200+ 200+ 200+ 200+ 200+ 200+ 200+ 404  401
DELETE /rooms/{room}/presence                       401 200  200+ 200+ 200+ 200  200  409  200+ 404  401
POST   /rooms/{room}/agreements                     401 409  200+ 200  200+ 409  409  200  200  404  401
GET    /rooms/{room}/messages                       401 409  200  200  200  409  409  200  200  404  401
POST   /rooms/{room}/messages                       401 409  409  201+ 409  409  409  201+ 201+ 404  401
GET    /rooms/{room}/messages/{place}               401 409  200  200  200  409  409  200  200  404  401
PATCH  /rooms/{room}/messages/{place}               401 409  409  200+ 409  409  409  409  409  404  401
DELETE /rooms/{room}/messages/{place}               401 409  409  200+ 409  409  409  409  409  404  401
POST   /rooms/{room}/messages/{place}/resonances    401 409  200+ 409  200+ 409  409  200+ 200+ 404  401
GET    /asking                                      401  200  200  200  200  200  200  200  200  200  401
POST   /asking                                      401  200+ 409  409  409  409  409  409  409  409  401
DELETE /asking                                      401  409  200+ 409  409  200+ 409  409  409  409  401
GET    /asking/fit                                  401  200  200  200  200  200  200  200  200  200  401
POST   /asking/fit                                  401  200+ 200+ 200+ 200+ 200+ 200+ 200+ 200+ 200+ 401
GET    /asking/suggestions                          401  200  200  200  200  200  200  200  200  200  401
GET    /cards                                       401  200  200  200  200  200  200  200  200  200  401
POST   /cards/{card}/answer                         401  404  404  404  404  404  404  200+ 404  404  401
GET    /me/reports                                  401 200  200  200  200  200  200  200  200  200  401
POST   /reports                                     401 201+ 201+ 201+ 201+ 201+ 201+ 201+ 201+ 409  401
GET    /now                                         401 200  200  200  200  200  200  200  200  200  401
POST   /now                                         401 409  201+ 201+ 201+ 201+ 201+ 201+ 201+ 201+ 401
DELETE /now                                         401 200+ 409  409  409  409  409  409  409  409  401
GET    /pairings                                    401 200  200  200  200  200  200  200  200  200  401
GET    /pairings/{pairing}                          401 404  404  200  404  404  404  200  404  404  401
GET    /pairings/{pairing}/sessions                 401 404  404  200  404  404  404  200  404  404  401
GET    /pairings/{pairing}/times                    401 404  404  200  404  404  404  200  404  404  401
POST   /pairings/{pairing}/sessions                 401 404  404  201+ 404  404  404  201+ 404  404  401
PATCH  /pairings/{pairing}/sessions/{session}       401 404  404  200+ 404  404  404  200+ 404  404  401
DELETE /pairings/{pairing}/sessions/{session}       401 404  404  200+ 404  404  404  200+ 404  404  401
GET    /pairings/{pairing}/messages                 401 404  404  200  404  404  404  200  404  404  401
POST   /pairings/{pairing}/messages                 401 404  404  201+ 404  404  404  201+ 404  404  401
GET    /pairings/{pairing}/messages/{place}         401 404  404  200  404  404  404  200  404  404  401
PATCH  /pairings/{pairing}/messages/{place}         401 404  404  200+ 404  404  404  409  404  404  401
DELETE /pairings/{pairing}/messages/{place}         401 404  404  200+ 404  404  404  409  404  404  401
POST   /pairings/{pairing}/messages/{place}/resonances 401 404  404  200+ 404  404  404  409  404  404  401
`;

const tabled = Object.fromEntries(
	table
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => {
			const [method, path, ...answers] = line.split(/\s+/);
			return [`${method} ${path}`, answers];
		}),
);

test('every program is answered what the table says, as the document says it', async ({ app, programs }) => {
	const { scene, of } = programs;
	const got: Record<string, string[]> = {};
	for (const { method, path } of endpoints) {
		const answers: string[] = [];
		for (const role of roles) {
			await sql`delete from rate_limit`.execute(app.spine.db);
			const { status } = await of[role].ask(method, path, asking(scene, method, path));
			const changed = await scene.changed();
			if (changed) await scene.restore();
			answers.push(`${status}${changed ? '+' : ''}`);
		}
		got[`${method} ${path}`] = answers;
	}

	expect(got).toEqual(tabled);
}, 400_000);

function asking(
	{ slugs, rooms, form, pairing: { startsAt, ...between } }: Scene,
	method: string,
	path: string,
	circle = slugs.open,
	room = rooms.open,
) {
	const place = path.endsWith('resonances') || path.startsWith('/rooms') ? '2' : '1';
	const card = form('POST ?/decline', '/me/supporting')['offer'] as string;
	const body = path === '/reports' ? form('POST', '/report') : bodies[`${method} ${path}`];
	const timed = path.includes('/sessions') && body ? { ...body, startsAt } : body;
	return { at: { circle, room, place, card, ...between }, body: timed };
}

test('a token does what its scopes say, and nothing else', async ({ app, programs: { scene } }) => {
	const rosa = await app.idOf('rosa');
	const wrong: string[] = [];
	for (const scope of scopes) {
		const token = await tokenFor(app, rosa, { scopes: [scope], name: scope });
		await sql`insert into kept.token select * from token where name = ${scope}`.execute(app.spine.db);
		const program = new Program(app, token);
		for (const endpoint of endpoints) {
			const { method, path } = endpoint;
			const { status, json, headers } = await program.ask(method, path, asking(scene, method, path));
			if (status === 201 || method !== 'GET') await scene.restore();
			if ((status === 403) === (endpoint.scope === scope))
				wrong.push(`${scope}: ${method} ${path} ${status}`);
			if (status !== 403) continue;
			expect(json).toMatchObject({ error: { code: 'scope-lacking', scope: endpoint.scope } });
			expect(headers.get('www-authenticate')).toContain(`scope="${endpoint.scope}"`);
		}
	}
	await sql`delete from kept.token where name = any(${[...scopes]})`.execute(app.spine.db);
	await scene.restore();

	expect(wrong).toEqual([]);
}, 400_000);

test('every address of the router is in the document, and the other way round', async () => {
	const routes = (await everyRoute()).filter(({ id }) => id.startsWith('/api/v1/'));
	const routed = routes.flatMap(({ id, ways }) =>
		ways.map((method) => `${method} ${id.slice('/api/v1'.length).replaceAll('[', '{').replaceAll(']', '}')}`),
	);
	const written = Object.entries(document.paths).flatMap(([path, ways]) =>
		Object.keys(ways).map((method) => `${method.toUpperCase()} ${path}`),
	);

	expect(routed.sort()).toEqual(written.sort());
});

test('the document is what is served', async ({ app }) => {
	const { json, status } = await new Program(app).ask('GET', '/openapi.json');

	expect(status).toBe(200);
	expect(json).toEqual(JSON.parse(JSON.stringify(document)));
});

test('a circle one may not find cannot be told from one that is not there', async ({ programs }) => {
	const { scene, of } = programs;
	const differences: string[] = [];
	for (const { method, path } of endpoints.filter(({ path }) => path.includes('{circle}')))
		for (const role of ['newcomer', 'member', 'teen', 'stranger'] as const) {
			const answers = new Set<string>();
			const hidden = [scene.slugs.secret, role === 'teen' ? scene.slugs.open : scene.slugs.teens];
			for (const slug of [...hidden, scene.slugs.missing, 'x']) {
				const { status, json, headers } = await of[role].ask(method, path, asking(scene, method, path, slug));
				const told = [...headers].filter(([name]) => name !== 'date');
				answers.add(JSON.stringify([status, json, told]));
			}
			if (answers.size !== 1) differences.push(`${role}: ${method} ${path}: ${[...answers].join('\n')}`);
		}

	expect(differences).toEqual([]);
	expect(await scene.changed()).toBe(false);
});

test('a room one may not find cannot be told from one that is not there', async ({ programs }) => {
	const { scene, of } = programs;
	const differences: string[] = [];
	for (const { method, path } of endpoints.filter(({ path }) => path.includes('{room}')))
		for (const role of ['newcomer', 'member', 'teen', 'stranger'] as const) {
			const answers = new Set<string>();
			const hidden = role === 'teen' ? scene.rooms.open : scene.rooms.teens;
			for (const slug of [hidden, scene.rooms.missing, 'x']) {
				const asked = asking(scene, method, path, scene.slugs.open, slug);
				const { status, json, headers } = await of[role].ask(method, path, asked);
				answers.add(JSON.stringify([status, json, [...headers].filter(([name]) => name !== 'date')]));
			}
			if (answers.size !== 1) differences.push(`${role}: ${method} ${path}: ${[...answers].join('\n')}`);
		}

	expect(differences).toEqual([]);
	expect(await scene.changed()).toBe(false);
});

test('no program says anything in a room that nobody holds', async ({ programs }) => {
	const { scene, of } = programs;
	const writing = endpoints.filter(({ method, path }) => method === 'POST' && path.includes('{room}'));
	for (const { method, path } of writing)
		for (const role of ['newcomer', 'member', 'steward', 'host'] as const) {
			const asked = asking(scene, method, path, scene.slugs.open, scene.rooms.closed);
			const { status, json } = await of[role].ask(method, path, asked);
			expect([path, role, status, json.error?.code]).toEqual([path, role, 409, 'room-closed']);
		}
	expect(await scene.changed()).toBe(false);
});

test('what is sent twice, or ten times at once, is said once', async ({ programs }) => {
	const { scene, of } = programs;
	const body = { body: 'The kettle is on.', clientId: randomUUID() };
	const say = () =>
		of.member.ask('POST', '/circles/{circle}/messages', {
			at: { circle: scene.slugs.open },
			body,
		});
	const answers = await Promise.all(Array.from({ length: 10 }, say));
	answers.push(await say());

	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
	expect(new Set(answers.map(({ json }) => json.place)).size).toBe(1);
	expect(answers[0]!.json).toEqual({ place: expect.any(Number), held: false, card: null });
	const page = await messages(of.host, scene.slugs.open);
	expect(page.messages.filter((line) => line.body === body.body).length).toBe(1);
	await scene.restore();
});

interface Page {
	messages: MessageLine[];
	change: number;
	more: boolean;
	before: number | null;
}

const messages = async (program: Program, circle: string, query = '') =>
	(await program.ask('GET', '/circles/{circle}/messages', { at: { circle }, query })).json as unknown as Page;

test('whoever was away for long learns of every word, edit and removal, page by page', async ({
	app,
	programs,
}) => {
	const { scene, of } = programs;
	const circle = scene.slugs.open;
	const whole = async () => {
		const lines: MessageLine[] = [];
		let page = await messages(of.member, circle);
		for (; ; page = await messages(of.member, circle, `?before=${page.before}`)) {
			lines.unshift(...page.messages);
			if (page.before === null) return lines;
		}
	};
	const start = await messages(of.member, circle);
	const known = new Map((await whole()).map((line) => [line.place, line]));

	const places: number[] = [];
	for (let n = 0; n < 230; n++) {
		const { json } = await of.host.ask('POST', '/circles/{circle}/messages', {
			at: { circle },
			body: { body: `Word ${n}`, contentNote: '', clientId: randomUUID() },
		});
		places.push(json.place);
	}
	const change = (method: string, n: number, body?: unknown) =>
		of.host.ask(method, '/circles/{circle}/messages/{place}', {
			at: { circle, place: `${places[n]}` },
			body,
		});
	expect((await change('PATCH', 3, { body: 'Said differently.' })).status).toBe(200);
	expect((await change('DELETE', 5)).status).toBe(200);
	expect((await change('DELETE', 5)).json).toMatchObject({ error: { code: 'gone' } });

	let asked = 0;
	for (let after = start.change, more = true; more; asked++) {
		const page = await messages(of.member, circle, `?after=${after}`);
		for (const line of page.messages) known.set(line.place, line);
		({ change: after, more } = page);
	}
	const now = await whole();

	expect(asked).toBeGreaterThan(1);
	expect([...known.values()].sort((a, b) => a.place - b.place)).toEqual(now);
	expect(now.find(({ place }) => place === places[3])).toMatchObject({
		body: 'Said differently.',
		edited: true,
	});
	expect(now.find(({ place }) => place === places[5])).toMatchObject({ state: 'gone', body: '' });
	await sql`delete from rate_limit`.execute(app.spine.db);
	await scene.restore();
});

test('nobody’s program touches what somebody else said', async ({ programs }) => {
	const { scene, of } = programs;
	const at = { circle: scene.slugs.open, place: '1' };
	const path = '/circles/{circle}/messages/{place}';

	expect((await of.member.ask('DELETE', path, { at })).json).toMatchObject({ error: { code: 'not-yours' } });
	expect((await of.member.ask('PATCH', path, { at, body: { body: 'No.' } })).status).toBe(409);
	expect((await of.host.ask('DELETE', path, { at: { ...at, place: '99999' } })).status).toBe(409);
	for (const place of ['0', '-1', '1.5', 'x', '1e3', '99999999999'])
		expect((await of.host.ask('DELETE', path, { at: { ...at, place } })).status).toBe(404);
	expect(await scene.changed()).toBe(false);
});

test('what is not right is told field by field, in the language of its person', async ({ app, programs }) => {
	const { scene, of } = programs;
	const at = { circle: scene.slugs.open };
	const path = '/circles/{circle}/messages';

	const { status, json } = await of.host.ask('POST', path, {
		at,
		body: { body: ' ', clientId: 7, contentNote: 'x'.repeat(81), replyTo: 1.5 },
	});
	expect(status).toBe(422);
	expect(json).toMatchObject({
		error: {
			code: 'not-right',
			problems: {
				body: { code: 'needed', message: 'Please fill this in.' },
				clientId: { code: 'needed' },
				contentNote: { code: 'too-long' },
				replyTo: { code: 'not-a-number' },
			},
		},
	});
	for (const query of ['?after=x', '?after=-1', '?before=99999999999', '?after=1&before=2', '?after=']) {
		const answer = await of.host.ask('GET', path, { at, query });
		expect([query, answer.status]).toEqual([query, 422]);
	}

	const spanish = new Program(app, await tokenFor(app, await app.idOf('maricarmen')));
	const no = await spanish.ask('GET', path, { at });
	expect(no.json.error.message).toMatch(/asiento/);
	const stranger = await new Program(app).ask('GET', '/me', {
		headers: { 'accept-language': 'es' },
	});
	expect(stranger.json.error.message).toMatch(/^Para esto hace falta/);
	await scene.restore();
});

test('what is no JSON, or a book, is said so and not read on', async ({ app, programs }) => {
	const { scene, of } = programs;
	const { token } = of.host;
	const send = async (body: BodyInit | null, headers: Record<string, string> = {}) => {
		const answer = await fetch(`${app.origin}/api/v1/circles/${scene.slugs.open}/messages`, {
			method: 'POST',
			body,
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
			...(body instanceof ReadableStream && { duplex: 'half' }),
		} as RequestInit);
		return `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;
	};
	let left = 40;
	const long = new ReadableStream({
		async pull(controller) {
			await pause(1);
			if (left-- > 0) controller.enqueue(new TextEncoder().encode('[['.repeat(5_000)));
			else controller.close();
		},
	});

	expect(await send('{"body":')).toBe('400 not-json');
	expect(await send('')).toBe('400 not-json');
	expect(await send('null')).toBe('422 not-right');
	expect(await send('['.repeat(100_000))).toBe('400 not-json');
	expect(await send(`{"body":"${'x'.repeat(140_000)}"}`)).toBe('413 too-large');
	expect(await send(long)).toBe('413 too-large');
	expect(await send('{}', { 'content-type': 'text/plain' })).toBe('415 json-needed');
	expect(await send('body=x', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(
		'415 json-needed',
	);
	expect(await send('{}', { 'content-type': 'application/jsonx' })).toBe('415 json-needed');
	expect(await scene.changed()).toBe(false);
});

test('an address is asked in its own ways only, and where nothing is, that is said', async ({
	app,
	programs: { of },
}) => {
	const ask = async (method: string, path: string) => {
		const answer = await fetch(`${app.origin}/api/v1${path}`, {
			method,
			headers: { authorization: `Bearer ${of.host.token}` },
		});
		return { status: answer.status, allow: answer.headers.get('allow'), text: await answer.text() };
	};

	expect(await ask('PUT', '/circles/x/seat')).toMatchObject({ status: 405, allow: 'POST, DELETE' });
	expect(await ask('OPTIONS', '/me')).toMatchObject({ status: 405, allow: 'GET, HEAD' });
	expect(await ask('DELETE', '/openapi.json')).toMatchObject({ status: 405, allow: 'GET, HEAD' });
	expect(await ask('HEAD', '/me')).toMatchObject({ status: 200, text: '' });
	for (const path of ['', '/nothing', '/circles/x/y/z', '/../v2/me']) {
		const { status, text } = await ask('GET', path);
		expect([path, status, JSON.parse(text)]).toMatchObject([path, 404, { error: { code: 'not-found' } }]);
	}
});

test('nothing is kept on the way, and no page of another site is answered', async ({ app, programs }) => {
	const { of } = programs;
	const headers = { authorization: `Bearer ${of.host.token}`, origin: 'https://elsewhere.example' };
	for (const path of ['/me', '/circles', '/openapi.json', '/nothing']) {
		const answer = await fetch(`${app.origin}/api/v1${path}`, { headers });
		await answer.arrayBuffer();
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(answer.headers.get('etag')).toBeNull();
		expect(answer.headers.getSetCookie()).toEqual([]);
		expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
		const again = await fetch(`${app.origin}/api/v1${path}`, {
			headers: { ...headers, 'if-none-match': '*', 'if-modified-since': new Date(2e12).toUTCString() },
		});
		expect((await again.arrayBuffer()).byteLength).toBeGreaterThan(0);
		expect(again.status).toBe(answer.status);
	}
});

test('a token that has ended, was revoked or never was opens nothing', async ({ app, programs: { of } }) => {
	const status = async (program: Program) => (await program.ask('GET', '/me')).status;
	const one = await somebody(app);
	expect(await status(one.program)).toBe(200);

	const page = await one.client.read('/me/tokens');
	expect(page).not.toContain(one.program.token);
	const [, id = ''] = /name="token" value="([^"]+)"/.exec(page) ?? [];
	await of.host.ask('GET', '/me');
	await (await app.signInAs('nour')).post('/me/tokens?/revoke', { token: id });
	expect(await status(one.program)).toBe(200);
	await one.client.post('/me/tokens?/revoke', { token: id });
	expect(await status(one.program)).toBe(401);

	const two = await somebody(app);
	await two.client.post('/me/account?/passphrase', {
		passphrase,
		newPassphrase: 'two lamps in the window 9',
	});
	expect(await status(two.program)).toBe(401);

	const three = await somebody(app);
	await three.client.post('/me/sessions?/others');
	expect(await status(three.program)).toBe(401);

	const four = await somebody(app);
	await sql`update token set ends_at = now() - interval '1 second' where person_id =
		(select id from person where nickname = ${four.nickname})`.execute(app.spine.db);
	expect(await status(four.program)).toBe(401);

	const good = of.host.token!;
	for (const bad of [
		good.slice(0, -1),
		`${good}x`,
		good.toUpperCase(),
		'hearten_',
		"' or 1=1 --",
		'x'.repeat(5000),
	])
		expect(await status(new Program(app, bad))).toBe(401);
	const basic = await fetch(`${app.origin}/api/v1/me?access_token=${good}`, {
		headers: { authorization: `Basic ${Buffer.from(`rosa:${good}`).toString('base64')}` },
	});
	expect(basic.status).toBe(401);
	expect(basic.headers.get('www-authenticate')).toMatch(/^Bearer /);
});

test('whoever says more than anybody can follow is told when to go on', async ({ app, programs }) => {
	const { scene, of } = programs;
	const say = () =>
		of.member.ask('POST', '/circles/{circle}/messages', {
			at: { circle: scene.slugs.open },
			body: { body: 'Again.', clientId: randomUUID() },
		});
	expect((await say()).status).toBe(201);
	await sql`update rate_limit set count = 100000`.execute(app.spine.db);
	const { status, json, headers } = await say();

	expect([status, json]).toMatchObject([429, { error: { code: 'too-fast' } }]);
	expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
	expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(600);
	await sql`delete from rate_limit`.execute(app.spine.db);
	await scene.restore();
});

test('a program watches what its token lets it read, until that is revoked', async ({ app }) => {
	const { slug } = await app.circle('nights');
	const rosa = await app.idOf('rosa');
	const cookie = [...(await app.signInAs('rosa')).cookies].map((pair) => pair.join('=')).join('; ');
	const open = (token: string, with_: { cookie?: string } = {}) =>
		Ear.open<MessageLine>(app.origin, {
			authorization: `Bearer ${token}`,
			from: 'https://elsewhere.example',
			...with_,
		});
	const token = await tokenFor(app, rosa);
	const { json: circle } = await new Program(app, token).ask('GET', '/circles/{circle}', {
		at: { circle: slug },
	});
	const topic = String(circle.topic);
	const ear = await open(token);
	expect(await ear.watch(topic)).toBe('live');
	const blind = await open(await tokenFor(app, rosa, { scopes: ['circles:write', 'me:read'] }));
	expect(await blind.watch(topic)).toBe('refused');
	const outside = await open(await tokenFor(app, await app.idOf('robin')));
	expect(await outside.watch(topic)).toBe('refused');
	await expect(open('hearten_nothing')).rejects.toThrow('401');
	await expect(open('hearten_nothing', { cookie })).rejects.toThrow('401');

	const say = (body: string) =>
		new Program(app, token).ask('POST', '/circles/{circle}/messages', {
			at: { circle: slug },
			body: { body, clientId: randomUUID() },
		});
	await say('Heard.');
	await ear.until(() => ear.lines.some(({ body }) => body === 'Heard.'));
	expect(blind.lines).toEqual([]);

	await sql`delete from token where digest = sha256(${token}::bytea)`.execute(app.spine.db);
	await sql`select pg_notify('nudge', ${`!person:${rosa}`})`.execute(app.spine.db);
	await expect.poll(() => ear.ended, { timeout: 2_000 }).toBe(4401);
	expect(blind.ended).toBeUndefined();
	for (const each of [ear, blind, outside]) await each.close();
});

test('revoking on the page ends the socket within two seconds', async ({ app }) => {
	const { client, program } = await somebody(app);
	const ear = await Ear.open(app.origin, { authorization: `Bearer ${program.token}` });
	const page = await client.read('/me/tokens');
	const [, token = ''] = /name="token" value="([^"]+)"/.exec(page) ?? [];
	await client.post('/me/tokens?/revoke', { token });

	await expect.poll(() => ear.ended, { timeout: 2_000 }).toBe(4401);
});

test('tokens are made with proof and within reason, and their end is theirs to choose', async ({ app }) => {
	const { client, nickname } = await somebody(app, ['me:read']);
	const make = (fields: Record<string, string | string[]>) => client.post('/me/tokens?/make', fields);

	expect((await make({ name: '', scopes: 'me:read', days: '90' })).status).toBe(422);
	expect((await make({ name: 'x', days: '90' })).status).toBe(422);
	expect((await make({ name: 'x', scopes: ['me:read', 'all'], days: '90' })).status).toBe(422);
	expect((await make({ name: 'x', scopes: 'me:read', days: '3650' })).status).toBe(422);
	for (let n = 1; n < 20; n++)
		expect((await make({ name: `Bot ${n}`, scopes: 'me:read', days: '7' })).status).toBe(200);
	expect((await make({ name: 'One more', scopes: 'me:read', days: '7' })).status).toBe(409);

	const { rows } = await sql<{ days: number; whole: boolean }>`
		select distinct extract(day from ends_at - made_on)::int as days, ends_at = date_trunc('day', ends_at) as whole
		from token where person_id = (select id from person where nickname = ${nickname})
		order by 1`.execute(app.spine.db);
	expect(rows).toEqual([
		{ days: 8, whole: true },
		{ days: 91, whole: true },
	]);
	await sql`update session set fresh_until = null`.execute(app.spine.db);
	const stale = await make({ name: 'x', scopes: 'me:read', days: '90' });
	expect(stale.headers.get('location')).toMatch(/^\/me\/confirm\?next=/);
});

test('the log knows nothing of tokens, words and places', async ({ app, programs: { scene, of } }) => {
	const word = `mark${randomUUID().slice(0, 8)}`;
	const at = { circle: scene.slugs.open };
	const said = { body: word, contentNote: word, clientId: randomUUID() };
	await of.host.ask('POST', '/circles/{circle}/messages', { at, body: said });
	await of.host.ask('POST', '/circles/{circle}/messages', { at, body: { ...said, clientId: word } });
	await of.host.ask('GET', '/circles/{circle}/messages', { at, query: `?after=${word}` });
	await new Program(app, `${of.host.token}${word}`).ask('GET', '/me');

	const log = app.printed();
	expect(log).toContain('/api/v1/circles/[circle]/messages');
	for (const secret of [word, of.host.token!, of.host.token!.slice(8, 30), scene.slugs.open])
		expect(log).not.toContain(secret);
	await scene.restore();
});

test('the examples of docs/api.md do what they say', async ({ app, programs }) => {
	const { scene, of } = programs;
	const shell = [...readFileSync('docs/api.md', 'utf8').matchAll(/```sh\n([^]*?)```/g)].map(
		([, block]) => block,
	);
	const { stdout } = spawnSync(
		'bash',
		['-c', `curl() { printf '%s\\0' "$@"; printf '\\n'; }\n${shell.join('')}`],
		{
			env: {
				PATH: process.env.PATH,
				HEARTEN: app.origin,
				TOKEN: of.member.token,
				CIRCLE: scene.slugs.open,
			},
			encoding: 'utf8',
		},
	);
	const statuses: number[] = [];
	for (const [url = '', ...options] of stdout
		.trim()
		.split('\n')
		.map((line) => line.split('\0'))) {
		const value = (name: string) => options[options.indexOf(name) + 1]!;
		const json = options.includes('--json') ? value('--json') : undefined;
		const [name = '', held = ''] = value('-H').split(/: (.*)/);
		const answer = await fetch(url, {
			method: json ? 'POST' : 'GET',
			headers: { [name]: held, ...(json && { 'content-type': 'application/json' }) },
			...(json && { body: json }),
		});
		await answer.arrayBuffer();
		statuses.push(answer.status);
	}

	expect(statuses).toEqual([200, 200, 200, 200, 200, 201]);
	await scene.restore();
});
