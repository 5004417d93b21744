import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { expect, inject, test as base } from 'vitest';
import type { Spine } from '#platform/db.ts';
import { rightNow } from '#platform/time.ts';
import { listenAs } from '../../bench/faults/page-live.ts';
import { Apart } from '../apart.ts';
import { Ear } from '../ear.ts';
import { environment } from '../environment.ts';
import { Part } from '../part.ts';
import { settle, type Place } from '../settle.ts';

/** Sends until it is answered, as the pages’ script does. */
async function say(apart: Apart, place: Place, cookie: string, body: string): Promise<number> {
	const clientId = randomUUID();
	for (;;) {
		const said = await trySaying(apart, place, { cookie, body, clientId }).catch(() => undefined);
		if (said) return said;
		await pause(50);
	}
}

/** Sends it once, and answers with where it stands now; undefined when it was not taken. */
async function trySaying(
	{ origin }: Pick<Apart, 'origin'>,
	{ slug }: Place,
	{ cookie, body, clientId }: { cookie: string; body: string; clientId: string },
): Promise<number | undefined> {
	const answer = await fetch(`${origin}/circles/${slug}/talk?/say`, {
		method: 'POST',
		body: new URLSearchParams({ body, contentNote: '', replyTo: '', clientId }),
		headers: { origin, cookie, accept: 'application/json', 'x-sveltekit-action': 'true' },
	});
	const place = /#m(\d+)/.exec(answer.status === 200 ? await answer.text() : '')?.[1];
	return place === undefined ? undefined : Number(place);
}

const test = base.extend<{ $file: { apart: Apart; spine: Spine } }>({
	apart: [
		async ({}, use) => {
			const apart = await Apart.start({ server: inject('postgres') });
			await use(apart);
			await apart.remove();
		},
		{ scope: 'file' },
	],
	spine: [async ({ apart }, use) => use(await apart.spine()), { scope: 'file' }],
});

/** Who listens as pages do, and comes back by themselves. */
function listeners({ origin }: Apart, { id }: Place, cookies: readonly string[]) {
	return cookies.map((cookie) => {
		const heard: { place: number; body: string }[] = [];
		let connected = false;
		const page = listenAs({ origin, cookie }, `circle:${id}`, 0, {
			lines: (lines) => heard.push(...(lines as unknown as { place: number; body: string }[])),
			connected: (yes) => (connected = yes),
			closed: () => {},
		});
		return { heard, page, isConnected: () => connected };
	});
}

async function until(isSo: () => boolean) {
	for (const patience = performance.now() + 30_000; !isSo(); await pause(10))
		if (performance.now() > patience) throw new Error('It never came.');
}

test('two of each behave as one: whoever speaks where, everybody hears the same, once and in order', async ({
	apart,
	spine,
}) => {
	const { circles } = await settle(spine, { people: 4, circles: 1, messages: 0, seated: 4 }, rightNow());
	const [circle] = circles;
	const cookies = await Promise.all(circle!.seated.map((person) => apart.cookieOf(spine, person)));
	const ears = listeners(apart, circle!, cookies);
	await until(() => ears.every(({ isConnected }) => isConnected()));

	const bodies = Array.from({ length: 40 }, (_, n) => `word ${n}`);
	const places = await Promise.all(bodies.map((body, n) => say(apart, circle!, cookies[n % 4]!, body)));
	await until(() => ears.every(({ heard }) => heard.length >= 40));

	expect(places.toSorted((a, b) => a - b)).toEqual(bodies.map((_, n) => n + 1));
	for (const { heard, page } of ears) {
		expect(heard).toEqual(ears[0]!.heard);
		page.shut();
	}
});

test('whoever signs out by one process hears nothing more by another', async ({ apart, spine }) => {
	const { circles } = await settle(spine, { people: 4, circles: 1, messages: 0, seated: 4 }, rightNow());
	const [circle] = circles;
	const person = circle!.seated[1]!;
	const cookie = await apart.cookieOf(spine, person);
	const ears = await Promise.all(
		apart.live.map(({ port }) => Ear.open<{ change: number }>(`http://127.0.0.1:${port}`, { cookie })),
	);
	for (const ear of ears) expect(await ear.watch(`circle:${circle!.id}`, 0)).toBe('live');

	const answer = await fetch(`${apart.origin}/sign-out`, {
		method: 'POST',
		headers: { origin: apart.origin, cookie },
		redirect: 'manual',
	});
	expect(answer.status).toBe(303);

	for (const ear of ears) expect(await ear.until(() => ear.ended)).toBe(4401);
});

/** Somebody who has just been talking by every process with pages, so that each of them knows who they are. */
async function somebodyTalking(apart: Apart, spine: Spine) {
	const { circles } = await settle(spine, { people: 2, circles: 1, messages: 0, seated: 2 }, rightNow());
	const circle = circles[0]!;
	const person = circle.seated[0]!;
	const cookie = await apart.cookieOf(spine, person);
	const [here, there] = apart.web.map(({ port }) => ({ origin: `http://127.0.0.1:${port}` }));
	const say = (where = here) =>
		trySaying(where!, circle, { cookie, body: 'Still here.', clientId: randomUUID() });
	for (const where of [here, there, here, there]) expect(await say(where)).toBeDefined();
	return { person, cookie, here: here!, there: there!, say };
}

test('whoever signs out by one process can say nothing more there, nor, within two seconds, by another', async ({
	apart,
	spine,
}) => {
	const { cookie, here, there, say } = await somebodyTalking(apart, spine);

	const { origin } = here;
	const headers = { origin, cookie };
	await fetch(`${origin}/sign-out`, { method: 'POST', headers, redirect: 'manual' });

	expect(await say(here)).toBeUndefined();
	await expect.poll(() => say(there), { timeout: 2_000 }).toBeUndefined();
});

test('whose session ends while nothing can be heard can say nothing more within two seconds', async ({
	apart,
	spine,
}) => {
	const { person, here, there, say } = await somebodyTalking(apart, spine);
	const { db } = spine;

	// Nobody says so: as if the word of it were lost with the connection.
	await db.deleteFrom('session').where('person_id', '=', person).execute();
	await sql`select pg_terminate_backend(pid) from pg_stat_activity
		where datname = current_database() and query in ('listen "nudge"', 'select')`.execute(db);

	await expect.poll(() => say(here), { timeout: 2_000 }).toBeUndefined();
	await expect.poll(() => say(there), { timeout: 2_000 }).toBeUndefined();
});

test('killing one of each loses nothing that was acknowledged, and everybody hears the rest', async ({
	apart,
	spine,
}) => {
	const { circles } = await settle(spine, { people: 4, circles: 1, messages: 0, seated: 4 }, rightNow());
	const [circle] = circles;
	const cookies = await Promise.all(circle!.seated.map((person) => apart.cookieOf(spine, person)));
	const ears = listeners(apart, circle!, cookies);
	await until(() => ears.every(({ isConnected }) => isConnected()));

	const acknowledged = new Map<number, string>();
	const sayOne = async (n: number) =>
		acknowledged.set(await say(apart, circle!, cookies[n % 4]!, `word ${n}`), `word ${n}`);
	const talking = (async () => {
		for (let n = 0; n < 120; n += 4) await Promise.all([0, 1, 2, 3].map((more) => sayOne(n + more)));
	})();
	await until(() => acknowledged.size >= 20);
	await apart.web[0]!.end('SIGKILL');
	await until(() => acknowledged.size >= 60);
	await apart.live[1]!.end('SIGKILL');
	await talking;
	await until(() => ears.every(({ heard }) => heard.length >= 120));

	const expected = Array.from({ length: 120 }, (_, n) => acknowledged.get(n + 1));
	for (const { heard, page } of ears) {
		expect(heard.map(({ body }) => body)).toEqual(expected);
		page.shut();
	}
});

test('a process that does a part of the work says what it needs, and makes no key of its own', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'hearten-apart-'));
	const { where } = inject('postgres');
	const settings = { ...environment(where), HEARTEN_DEMO: 'no' };
	const alone = { ...settings, HEARTEN_DATABASE_URL: '' };
	await expect(Part.start('live', { ...alone, HEARTEN_DATA: join(folder, 'live') })).rejects.toThrow(
		'HEARTEN_DATABASE_URL',
	);
	await expect(Part.start('worker', { ...settings, HEARTEN_DATA: join(folder, 'worker') })).rejects.toThrow(
		'master key',
	);
	await rm(folder, { recursive: true });
});
