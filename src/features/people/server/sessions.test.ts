import { sql } from 'kysely';
import { expect, inject } from 'vitest';
import { openConnections } from '#platform/db.ts';
import { after, days, minutes } from '#platform/time.ts';
import { databaseAt } from '#test/database.ts';
import { evening, test, type World } from '#test/world.ts';
import { endOtherSessions, endSession } from './end-session.ts';
import { forgetEnded } from './forget-ended.ts';
import { sessionsOf } from './queries.ts';
import { beginSession, freshenSession, renewSession, signedInBy } from './sessions.ts';

const phone = { device: 'Firefox · Android', sharedDevice: false };
const library = { device: 'Chrome · Windows', sharedDevice: true };

test('a session knows whose it is, and only its token opens it', async ({ world }) => {
	const ana = await world.person('Ana', { duties: ['host', 'steward'] });
	const { token } = await world.as(ana, (tx) => beginSession(tx, ana, phone));

	expect(await signedInBy(world.db, token, world.now)).toMatchObject({
		id: ana,
		nickname: 'Ana',
		duties: ['host', 'steward'],
		session: { sharedDevice: false, fresh: true, toRenew: false },
	});
	expect(await signedInBy(world.db, `${token}x`, world.now)).toBeUndefined();
	expect(JSON.stringify(await world.db.selectFrom('session').selectAll().execute())).not.toContain(token);
});

test('on a shared device a session ends after a quarter of an hour without a page', async ({ world }) => {
	const ana = await world.person('Ana');
	const { token } = await world.as(ana, (tx) => beginSession(tx, ana, library));

	world.now = after(evening, minutes(10));
	const { session } = (await signedInBy(world.db, token, world.now))!;
	expect(session.toRenew).toBe(true);
	await world.as(ana, (tx) => renewSession(tx, session));

	expect(await signedInBy(world.db, token, after(evening, minutes(24)))).toBeDefined();
	expect(await signedInBy(world.db, token, after(evening, minutes(26)))).toBeUndefined();
});

test('on one’s own device it lasts while it is used, and four weeks after', async ({ world }) => {
	const ana = await world.person('Ana');
	const { token } = await world.as(ana, (tx) => beginSession(tx, ana, phone));

	for (let week = 1; week <= 20; week += 1) {
		world.now = after(evening, days(7) * week);
		const { session } = (await signedInBy(world.db, token, world.now))!;
		if (session.toRenew) await world.as(ana, (tx) => renewSession(tx, session));
	}

	expect(await signedInBy(world.db, token, after(world.now, days(27)))).toBeDefined();
	expect(await signedInBy(world.db, token, after(world.now, days(36)))).toBeUndefined();
});

test('no row tells when somebody was last here', async ({ world }) => {
	const ana = await world.person('Ana');
	const { token } = await world.as(ana, (tx) => beginSession(tx, ana, phone));
	const rowAfter = async (visits: number[]) => {
		for (const hour of visits) {
			world.now = after(evening, minutes(60) * hour);
			const { session } = (await signedInBy(world.db, token, world.now))!;
			await world.as(ana, (tx) => renewSession(tx, session));
		}
		return world.db.selectFrom('session').select(['begun_on', 'ends_at']).executeTakeFirstOrThrow();
	};

	const { ends_at } = await rowAfter([1, 2, 3]);
	expect(ends_at.getTime() % days(1)).toBe(0);
	expect(await rowAfter([30, 50, 70])).toEqual(await rowAfter([]));
});

test('what cannot be undone can be done for ten minutes after showing who one is', async ({ world }) => {
	const ana = await world.person('Ana');
	const { token } = await world.as(ana, (tx) => beginSession(tx, ana, phone));
	const freshAfter = async (passed: number) =>
		(await signedInBy(world.db, token, after(evening, minutes(passed))))!.session.fresh;

	expect([await freshAfter(9), await freshAfter(11)]).toEqual([true, false]);

	world.now = after(evening, minutes(60));
	const { session } = (await signedInBy(world.db, token, world.now))!;
	await world.as(ana, (tx) => freshenSession(tx, session));
	expect([await freshAfter(69), await freshAfter(71)]).toEqual([true, false]);
});

test('one can end a session, or all others, but nobody else’s', async ({ world }) => {
	const [ana, ben] = [await world.person('Ana'), await world.person('Ben')];
	const begin = (who: typeof ana) => world.as(who, (tx) => beginSession(tx, who, phone));
	const [here, there, bens] = [await begin(ana), await begin(ana), await begin(ben)];
	const idOf = async ({ token }: { token: string }) =>
		(await signedInBy(world.db, token, world.now))?.session.id;

	await world.as(ben, async (tx) => endSession(tx, (await idOf(there))!));
	expect(await idOf(there)).toBeDefined();

	await world.as(ana, async (tx) => endOtherSessions(tx, (await idOf(here))!));
	expect([await idOf(here), await idOf(there), await idOf(bens)]).toEqual([
		expect.any(String),
		undefined,
		expect.any(String),
	]);
	await world.as(ana, async (tx) => endSession(tx, (await idOf(here))!));
	expect(await sessionsOf(world.db, ana)).toEqual([]);
});

test('ending a session tells every process to look at its sockets again', async ({ world }) => {
	const ana = await world.person('Ana');
	const { token } = await world.as(ana, (tx) => beginSession(tx, ana, phone));
	const { session } = (await signedInBy(world.db, token, world.now))!;
	const heard = await nudgesDuring(world, () => world.as(ana, (tx) => endSession(tx, session.id)));

	expect(heard).toEqual([`!person:${ana}`]);
});

test('what has ended is forgotten', async ({ world }) => {
	const ana = await world.person('Ana');
	await world.as(ana, (tx) => beginSession(tx, ana, library));
	await world.as(ana, (tx) => beginSession(tx, ana, phone));

	world.now = after(evening, minutes(20));
	await world.as(null, async (tx) => {
		await forgetEnded.run(tx, {});
		return {};
	});

	const left = await world.db.selectFrom('session').select(['device', 'fresh_until']).execute();
	expect(left).toEqual([{ device: 'Firefox · Android', fresh_until: null }]);
});

async function nudgesDuring(world: World, happening: () => Promise<unknown>): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
	const connections = openConnections(databaseAt(inject('postgres').where, rows[0]!.name), { max: 1 });
	const heard: string[] = [];
	const listening = await connections.listen('nudge', (topic) => heard.push(topic));
	await happening();
	// Notifications come in order, so after this one nothing is missing.
	await sql`select pg_notify('nudge', 'done')`.execute(world.db);
	await expect.poll(() => heard.at(-1)).toBe('done');
	await listening.unlisten();
	await connections.end();
	return heard.slice(0, -1);
}
