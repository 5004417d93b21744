import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { sql } from 'kysely';
import { endpoints } from '#composition';
import type { Handle } from '#cast';
import { startApp, type App } from '../app.ts';
import type { Client, Fields } from '../client.ts';
import { everyPage } from '../crawl.ts';
import { Program, tokenFor } from '../program.ts';
import { test } from '../world.ts';
import { everyRoute } from './router.ts';
import { mark, type Marked } from './scene-marks.ts';
import { setScene, type Scene } from './scene.ts';

/**
 * Who blocks whom. The host and the member sit in one circle and one meeting; the member and the steward, who is a supporter
 * as well, are paired, meet, talk in a room and aside in it; the newcomer waits and the steward is there; the coordinator came
 * to the steward’s debrief and looks after who waits; two who hold shifts have swaps between them.
 */
const pairs = [
	['nour', 'rosa'],
	['nour', 'lolo'],
	['wren', 'lolo'],
	['ximena', 'lolo'],
	['lolo', 'idris'],
] as const satisfies [Handle, Handle][];

/**
 * Where somebody is named all the same: the list of the made-up neighbourhood, which is for trying it out; who has which duty,
 * for coordinators, who must be able to take one away; what was done with power, and who works on what, for staff at work; and one’s own list of blocks, with one’s own export, which name whoever
 * one blocked as one knew them.
 */
const named = /^\/(demo|organisation|organisation\/audit|glass(\/.*)?|desk(\/.*)?)$/;
const ones = /^\/me\/(blocks|export)$/;

/**
 * What is pressed here is about one’s own account and device, about lists of groups, or about everybody (the organisation’s
 * sentence), and reaches nobody in particular; is a steward’s work on a case; or ends what the two had.
 */
const oneself =
	/^\/(me$|me\/(account|confirm|data|erase|export|notes|notices|passkeys|sessions|tokens)|sign-|recover|language|discreet|try|claim|demo|leave|find|keeping|confirm|changed|desk|glass|beside$|organisation$|organisation\/(lists|words))/;

interface One extends Marked {
	who: Handle;
	client: Client;
	program: Program;
}

async function comeAs(app: App, who: Handle): Promise<One> {
	const client = await app.signInAs(who);
	const program = new Program(app, await tokenFor(app, await app.idOf(who)));
	return { who, client, program, ...(await mark(app, who)) };
}

/** Walking one pair through everything takes minutes, so tests walk one, and this all of them: HEARTEN_EVERY_PAIR=yes. */
const walked = process.env['HEARTEN_EVERY_PAIR'] === 'yes' ? pairs : ([pairs[1]] as const);

test.for(walked)(
	'%s and %s meet in places, and after a block in none, whoever looks and whatever they press',
	{ timeout: 600_000 },
	async ([who, whom], { expect: promise }) => {
		const app = await startApp();
		try {
			const scene = await setScene(app);
			const [a, b] = [await comeAs(app, whom), await comeAs(app, who)].toReversed() as [One, One];
			await scene.keep();
			const before = await sightings(app, scene, a, b);
			promise(before.length, 'they meet').toBeGreaterThan(3);

			const known = await someNameOf(app, a, b);
			const pressed = await a.client.post('/me/blocks/new', { who: known });
			promise([pressed.status, pressed.headers.get('location')]).toEqual([303, '/me/blocks?blocked']);
			await scene.keep();

			for (const [looks, other] of [
				[a, b],
				[b, a],
			] as const) {
				const seen = await sightings(app, scene, looks, other);
				const allowed = (path: string) => named.test(path) || (looks === a && ones.test(path));
				promise(seen.filter(({ path }) => !allowed(path))).toEqual([]);
				promise(await reached(app, scene, looks, other)).toEqual([]);
			}
		} finally {
			await app.stop();
		}
	},
);

interface Sighting {
	path: string;
	mark: string;
}

/** Everything in what one person can open, walk to or ask for by a program that shows anything of the other. */
async function sightings(app: App, scene: Scene, one: One, other: Marked): Promise<Sighting[]> {
	const marks = [other.word, ...other.ids];
	const found: Sighting[] = [];
	// What stands in an address that one has typed says nothing that one did not know.
	const look = (path: string, text: string, typed = '') => {
		const seen = marks.find((each) => text.includes(each) && !typed.includes(each));
		if (seen !== undefined) found.push({ path, mark: seen });
	};
	await sql`delete from rate_limit`.execute(app.spine.db);
	for (const { id, ways } of await everyRoute()) {
		if (!ways.includes('GET') || id.startsWith('/api/') || /^\/(leave|sign-out)/.test(id)) continue;
		for (const path of Object.values(scene.addresses(id))) {
			const answer = await one.client.copy().get(path);
			look(id, await answer.text(), path);
		}
	}
	const answer = await one.client.copy().post('/me/export');
	look('/me/export', await answer.text());
	for (const { path, html } of await everyPage(one.client.copy()))
		look(new URL(path, app.origin).pathname, html);
	for (const { method, path } of endpoints.filter((each) => each.method === 'GET')) {
		const { json } = await one.program.ask(method, path, { at: at(scene) });
		look(`/api/v1${path}`, JSON.stringify(json));
	}
	return found;
}

const at = (scene: Scene) => {
	const { pairing, session } = scene.pairing;
	const card = scene.form('POST ?/decline', '/me/supporting')['offer'] as string;
	return { circle: scene.slugs.open, room: scene.rooms.open, place: '2', card, pairing, session };
};

/** Whatever one person presses, aimed at the other wherever a form can name somebody: what of it reached them. */
async function reached(app: App, scene: Scene, one: One, other: One): Promise<string[]> {
	const done: string[] = [];
	const before = await between(app, one, other);
	const press = async (name: string, pressing: () => Promise<{ status: number }>) => {
		await sql`delete from rate_limit`.execute(app.spine.db);
		const { status } = await pressing();
		// Whatever is refused has changed nothing: `routes.test.ts` and `api.test.ts` hold that.
		if (status >= 400) return;
		const after = await between(app, one, other);
		for (const row of after) if (!before.has(row)) done.push(`${name} (${status}): ${row}`);
		if (await scene.changed()) await scene.restore();
	};
	for (const { id, ways } of (await everyRoute()).filter((each) => !oneself.test(each.id)))
		for (const way of ways.filter((each) => each.startsWith('POST') && !id.startsWith('/api/'))) {
			const form = scene.form(way, id);
			const [path = id] = Object.values(scene.addresses(id));
			const aimed = await aim(app, form, path, other);
			const action = way.slice('POST'.length).trim();
			await press(`${way} ${id}`, () => one.client.copy().post(path + action, aimed));
		}
	for (const { method, path } of endpoints.filter((each) => each.method !== 'GET')) {
		const body = bodies[`${method} ${path}`];
		if (method !== 'DELETE' && body === undefined) done.push(`${method} ${path} is not in this test`);
		const where = { ...at(scene), place: await placeOf(app, path.split('/')[1]!, at(scene), other) };
		const sent = body && { ...body, ...(path.endsWith('/messages') && { replyTo: Number(where.place) }) };
		await press(`${method} /api/v1${path}`, () => one.program.ask(method, path, { at: where, body: sent }));
	}
	return done;
}

const word = () => ({ body: 'A word.', clientId: randomUUID() });
const bodies: Record<string, object> = {
	'POST /circles/{circle}/seat': {},
	'POST /circles/{circle}/observing': {},
	'POST /circles/{circle}/agreements': { version: 1 },
	'POST /circles/{circle}/messages': word(),
	'PATCH /circles/{circle}/messages/{place}': { body: 'Another word.' },
	'POST /circles/{circle}/messages/{place}/resonances': { kind: 'with-you' },
	'POST /rooms/{room}/presence': { intent: 'talk' },
	'POST /rooms/{room}/agreements': { version: 1 },
	'POST /rooms/{room}/messages': word(),
	'PATCH /rooms/{room}/messages/{place}': { body: 'Another word.' },
	'POST /rooms/{room}/messages/{place}/resonances': { kind: 'with-you' },
	'POST /asking': { help: 'listen', language: 'en', to: 'round' },
	'POST /asking/fit': {
		...{ languages: ['en'], enoughLanguages: [], atHome: false, lived: ['pain'], styles: [] },
		...{ wishes: [], times: ['2-evening'], anyHour: true, avoids: [] },
	},
	'POST /cards/{card}/answer': { answer: 'yes' },
	'POST /now': { help: 'listen', language: 'en' },
	'POST /pairings/{pairing}/sessions': { length: 30, format: 'text' },
	'PATCH /pairings/{pairing}/sessions/{session}': {},
	'POST /reports': { about: 'circle:none', reason: 'hurtful' },
	'POST /pairings/{pairing}/messages': word(),
	'PATCH /pairings/{pairing}/messages/{place}': { body: 'Another word.' },
	'POST /pairings/{pairing}/messages/{place}/resonances': { kind: 'with-you' },
};

/**
 * Everything kept that names both, or tells the other something, or answers them. What a meeting keeps whole names everybody
 * at it, whatever anybody does, so it is not asked; neither is what happened, nor the block itself.
 */
async function between({ spine: { db } }: App, one: Marked, other: Marked): Promise<Set<string>> {
	const { rows: tables } = await sql<{ name: string }>`
		select distinct class.relname::text as name from pg_constraint
		join pg_class class on class.oid = pg_constraint.conrelid
		where contype = 'f' and class.relnamespace = 'public'::regnamespace
			and confrelid in ('person'::regclass, 'alias'::regclass, 'message'::regclass, 'supporter'::regclass,
				'ask'::regclass, 'now_ask'::regclass, 'pairing'::regclass, 'shift'::regclass)
			and class.relname not in ('block', 'event', 'listing_version', 'listing')`.execute(db);
	const [mine, theirs] = [one, other].map(({ ids }) => ids.join('|'));
	const naming = tables.map(
		({
			name,
		}) => sql`select ${name}::text || ' ' || (to_jsonb(t) - 'sign_at')::text as row from ${sql.table(name)} t
			where t::text ~ ${mine} and t::text ~ ${theirs}`,
	);
	const { rows } = await sql<{ row: string }>`
		${sql.join(naming, sql` union all `)}
		union all select 'notice ' || id::text from notice where person_id = ${other.id}
		union all select 'answer ' || said.id::text from message said
			join alias mine on mine.id = said.alias_id and mine.person_id = ${one.id}
			join message answered on answered.conversation_id = said.conversation_id and answered.place = said.reply_to
			join alias theirs on theirs.id = answered.alias_id and theirs.person_id = ${other.id}`.execute(db);
	return new Set(rows.map(({ row }) => row));
}

/** The same form, naming the other wherever it names somebody. */
async function aim({ spine: { db } }: App, form: Fields, path: string, other: One): Promise<Fields> {
	const conversation = await conversationAt(db, path);
	const alias = conversation && (await aliasIn(db, conversation, other));
	const place = conversation && (await lastPlaceOf(db, conversation, other));
	const [shift] = (
		await db
			.selectFrom('sign_up')
			.select('shift_id')
			.where('person_id', '=', other.id)
			.where('starts_at', '>', sql<Date>`now()`)
			.orderBy('starts_at')
			.limit(1)
			.execute()
	).map((row) => row.shift_id);
	const [supporter] = (
		await db.selectFrom('supporter').select('id').where('person_id', '=', other.id).execute()
	).map(({ id }) => id);
	const aimed: Record<string, string | undefined> = {
		...{ alias, waiter: alias, to: path.startsWith('/ask') ? supporter : alias, who: `alias:${alias}` },
		...{ person: other.id, from: other.id, supporter, nickname: `${other.who} ${other.word}` },
		theirs: shift && `${shift} ${other.id}`,
		place: place === undefined ? undefined : String(place),
	};
	return {
		...(form['clientId'] !== undefined && place !== undefined && { replyTo: String(place) }),
		...Object.fromEntries(
			Object.entries(form).map(([name, value]) => [
				name,
				// The shifts between two who trade them are named with who holds them.
				name === 'shift' && 'from' in form ? (shift ?? value) : (aimed[name] ?? value),
			]),
		),
	};
}

type Db = App['spine']['db'];

async function conversationAt(db: Db, path: string): Promise<string | undefined> {
	const { rows } = await sql<{ id: string }>`
		select id::text from circle where position('/circles/' || slug in ${path}::text) > 0
		union all select id::text from room where position('/rooms/' || slug in ${path}::text) > 0
			and position('/aside/' in ${path}::text) = 0
		union all select id::text from conversation where kind in ('aside', 'pairing', 'backup')
			and position(id::text in ${path}::text) > 0`.execute(db);
	return rows[0]?.id;
}

async function aliasIn(db: Db, conversation: string, { id }: Marked) {
	const { rows } = await sql<{ id: string }>`
		select id::text from alias where conversation_id::text = ${conversation} and person_id = ${id}`.execute(db);
	return rows[0]?.id;
}

async function lastPlaceOf(db: Db, conversation: string, { id }: Marked) {
	const { rows } = await sql<{ place: number }>`
		select place from message join alias on alias.id = message.alias_id
		where message.conversation_id::text = ${conversation} and alias.person_id = ${id}
		order by place desc limit 1`.execute(db);
	return rows[0]?.place;
}

async function placeOf({ spine: { db } }: App, kind: string, where: ReturnType<typeof at>, other: Marked) {
	const path = { circles: `/circles/${where.circle}`, rooms: `/rooms/${where.room}` }[kind];
	const conversation = path ? await conversationAt(db, path) : where.pairing;
	return String((conversation && (await lastPlaceOf(db, conversation, other))) ?? 1);
}

/** By what one of them knows the other: a name in a place where both are, or a page. */
async function someNameOf({ spine: { db } }: App, one: One, other: One): Promise<string> {
	const { rows } = await sql<{ who: string }>`
		select 'alias:' || theirs.id as who from alias mine join alias theirs using (conversation_id)
			join conversation on conversation.id = mine.conversation_id
			where mine.person_id = ${one.id} and theirs.person_id = ${other.id} and conversation.kind <> 'room'
		union all select 'supporter:' || id from supporter where person_id = ${other.id} and open`.execute(db);
	for (const { who } of rows)
		if ((await one.client.get(`/me/blocks/new?who=${who}`)).status === 200) return who;
	throw new Error(`${one.who} does not know ${other.who} by any name.`);
}

test('to whoever is kept apart, somebody’s page is what a page is that was never there', async () => {
	const app = await startApp();
	try {
		const scene = await setScene(app);
		const nour = await app.signInAs('nour');
		const wren = await app.signInAs('wren');
		const routes = ['/pairings/[pairing]', '/supporters/[supporter]', '/rooms/[room]/aside/[aside]'];
		const there = routes.map((route) => Object.values(scene.addresses(route))[0]!);
		for (const path of there) expect((await nour.get(path)).status, path).toBe(200);
		const page = there[1]!.split('/').at(-1)!;
		expect((await nour.post('/me/blocks/new', { who: `supporter:${page}` })).status).toBe(303);

		for (const path of there) {
			const missing = path.replace(/[^/]+$/, randomUUID().replace(/-4/, '-7'));
			const [gone, never] = [await whole(nour, path), await whole(nour, missing)];
			const same = gone.replaceAll(last(path), '') === never.replaceAll(last(missing), '');
			expect([path, same]).toEqual([path, true]);
			expect(gone).toContain('[404,');
		}
		const known = `/me/blocks/new?who=supporter:${page}`;
		expect((await nour.get(known)).status).toBe(404);
		expect((await wren.get(known)).status).toBe(200);
	} finally {
		await app.stop();
	}
}, 120_000);

const last = (path: string) => path.split('/').at(-1)!;

/** All of an answer but for the moment. */
async function whole(client: Client, path: string): Promise<string> {
	const answer = await client.copy().get(path);
	const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'etag');
	return JSON.stringify([answer.status, headers, await answer.text()]);
}
