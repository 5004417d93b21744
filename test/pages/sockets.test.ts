import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { afterEach, expect } from 'vitest';
import type { MessageLine } from '#features/conversations/message.ts';
import { beginSession } from '#features/people/server/index.ts';
import { transact } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { testWith, type App } from '../app.ts';
import { Client } from '../client.ts';
import { Ear } from '../ear.ts';
import { mangle } from '../faults/mutated-frames.ts';
import { settle, type Place } from '../settle.ts';

const test = testWith({ HEARTEN_DEMO: 'no' });

/** A circle with people who sit in it, made for one test. */
async function inACircle(app: App) {
	const { circles } = await settle(app.spine, { people: 6, circles: 2, messages: 4, seated: 5 }, rightNow());
	return { circle: circles[0]!, other: circles[1]! };
}

async function signIn(app: App, person: PersonId): Promise<Client> {
	const { token } = await transact(app.spine, { actor: person, now: rightNow() }, (tx) =>
		beginSession(tx, person, { device: 'A test', sharedDevice: false }),
	);
	const client = new Client(app.origin);
	client.cookies.set('s', token);
	return client;
}

const ears: Ear<MessageLine>[] = [];
afterEach(async () => {
	await Promise.all(ears.splice(0).map((ear) => ear.close()));
});

async function listen(app: App, client: Client | undefined, how: { from?: string } = {}) {
	const cookie = [...(client?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
	const ear = await Ear.open<MessageLine>(app.origin, { cookie, ...how });
	ears.push(ear);
	return ear;
}

async function say(client: Client, { slug }: Place, body: string) {
	const said = { body, contentNote: '', replyTo: '', clientId: randomUUID() };
	const answer = await client.post(`/circles/${slug}/talk?/say`, said);
	expect(answer.status).toBe(303);
}

/**
 * Somebody watches, then something ends that, then people go on talking. Whoever was put out within two seconds hears
 * nothing of it; the host, who still watches, hears all.
 */
async function hearsNothingAfter(
	app: App,
	end: (who: { person: PersonId; client: Client; host: Client; circle: Place }) => Promise<void>,
	{ observes = false } = {},
) {
	const { circle } = await inACircle(app);
	const [hostId, person] = [circle.seated[0]!, circle.seated[1]!];
	const [host, client] = [await signIn(app, hostId), await signIn(app, person)];
	if (observes) {
		const { db } = app.spine;
		const mine = { circle_id: circle.id, person_id: person };
		await db.deleteFrom('seat').where('circle_id', '=', circle.id).where('person_id', '=', person).execute();
		await db
			.insertInto('observer')
			.values({ ...mine, since: rightNow() })
			.execute();
	}
	const topic = `circle:${circle.id}`;
	const [theirs, hosts] = [await listen(app, client), await listen(app, host)];
	expect([await theirs.watch(topic), await hosts.watch(topic)]).toEqual(['live', 'live']);
	await say(host, circle, 'before');
	await theirs.until(() => theirs.lines.some(({ body }) => body === 'before'));

	await end({ person, client, host, circle });
	await pause(2_000);
	for (const body of ['after', 'long after']) await say(host, circle, body);
	await hosts.until(() => hosts.lines.some(({ body }) => body === 'long after'));
	await pause(300);

	expect(theirs.lines.map(({ body }) => body).filter((body) => body.includes('after'))).toEqual([]);
	expect(theirs.ended ?? theirs.isPutOut(topic)).toBeTruthy();
	// Nor does coming back help.
	const again = await listen(app, client);
	expect(await again.watch(topic, 0)).toBe('refused');
}

test('whoever signs out hears nothing more', ({ app }) =>
	hearsNothingAfter(app, async ({ client }) => {
		const before = new Map(client.cookies);
		expect((await client.post('/sign-out')).status).toBe(303);
		// Somebody may have kept the cookie.
		for (const [name, value] of before) client.cookies.set(name, value);
	}));

test('whoever’s session is ended from another device hears nothing more', ({ app }) =>
	hearsNothingAfter(app, async ({ person }) => {
		const elsewhere = await signIn(app, person);
		expect((await elsewhere.post('/me/sessions?/others')).status).toBe(303);
	}));

test('whoever leaves their seat hears nothing more', ({ app }) =>
	hearsNothingAfter(app, async ({ client, circle }) => {
		expect((await client.post(`/circles/${circle.slug}?/leave`)).status).toBe(303);
	}));

test('whoever stops sitting in hears nothing more', ({ app }) =>
	hearsNothingAfter(
		app,
		async ({ client, circle }) => {
			expect((await client.post(`/circles/${circle.slug}?/unobserve`)).status).toBe(303);
		},
		{ observes: true },
	));

test('whoever sits in where observers are no longer welcome hears nothing more', ({ app }) =>
	hearsNothingAfter(
		app,
		async ({ host, circle }) => {
			const { name, about, agreements, language } = await app.spine.db
				.selectFrom('circle')
				.select(['name', 'about', 'agreements', 'language'])
				.where('id', '=', circle.id)
				.executeTakeFirstOrThrow();
			const details = { name, about, agreements, language, topics: 'sleep', capacity: '8' };
			const kinds = { structure: 'informal', venue: 'online', joining: 'open', ageBand: 'adult' };
			const changed = await host.post(`/circles/${circle.slug}/settings?/details`, { ...details, ...kinds });
			expect(changed.status).toBe(303);
		},
		{ observes: true },
	));

test('whoever erases themselves hears nothing more', ({ app }) =>
	hearsNothingAfter(app, async ({ client, person }) => {
		const { nickname } = await app.spine.db
			.selectFrom('person')
			.select('nickname')
			.where('id', '=', person)
			.executeTakeFirstOrThrow();
		expect((await client.post('/me/erase', { confirm: nickname })).status).toBe(303);
		expect(await app.spine.db.selectFrom('person').select('id').where('id', '=', person).execute()).toEqual(
			[],
		);
	}));

test('a stranger is not let watch, and cannot tell a circle that is not theirs from one that is not there', async ({
	app,
}) => {
	const { circle, other } = await inACircle(app);
	const visitor = await listen(app, undefined);
	expect(await visitor.watch(`circle:${circle.id}`, 0)).toBe('refused');
	expect(visitor.lines).toEqual([]);

	const outsider = other.seated.find((person) => !circle.seated.includes(person))!;
	const ear = await listen(app, await signIn(app, outsider));
	const missing = circle.id.replace(/.{4}$/, (end) => (end === '0000' ? '1111' : '0000'));
	const answers = [];
	for (const id of [circle.id, missing]) {
		await ear.watch(`circle:${id}`, 0);
		answers.push(JSON.stringify(ear.frames.at(-1)).replace(id, 'ID'));
	}
	expect(new Set(answers).size).toBe(1);
	expect(ear.lines).toEqual([]);
});

test('a page of another site cannot open a socket here', async ({ app }) => {
	const { circle } = await inACircle(app);
	const client = await signIn(app, circle.seated[0]!);
	const port = new URL(app.origin).port;
	for (const from of [
		'http://evil.example',
		`http://localhost.evil.example:${port}`,
		'null',
		`${app.origin}1`,
	])
		await expect(listen(app, client, { from })).rejects.toThrow('403');
});

test('whatever is said to a socket, nobody else notices', async ({ app }) => {
	const { circle } = await inACircle(app);
	const [host, member] = [await signIn(app, circle.seated[0]!), await signIn(app, circle.seated[1]!)];
	const topic = `circle:${circle.id}`;
	const witness = await listen(app, host);
	await witness.watch(topic);

	const seed = 7;
	const cookie = `s=${member.cookies.get('s')}`;
	const found = await mangle(app.origin, {
		...{ seed, topic, frames: 100_000, atOnce: 6 },
		cookies: [cookie, '', '', ''],
	});
	await say(host, circle, `still here, seed ${seed}`);
	await witness.until(() => witness.lines.some(({ body }) => body.startsWith('still here')));

	// Each was told to go: after too many mistakes, or at once where a frame was none.
	expect(found.goodbyes.get(1008)).toBeGreaterThan(500);
	expect([...found.goodbyes.keys()].every((code) => [0, 1002, 1003, 1007, 1008, 1009].includes(code))).toBe(
		true,
	);
	expect((await host.get('/healthz')).status).toBe(200);
	expect(witness.ended).toBeUndefined();
}, 120_000);
