import { sql } from 'kysely';
import { expect, inject } from 'vitest';
import { z } from 'zod';
import { databaseAt } from '#test/database.ts';
import { test as base, World } from '#test/world.ts';
import { askAnything, connect, openConnections, transact, type Tx } from './db.ts';
import { fact } from './event.ts';
import { job, on } from './job.ts';
import { refuse } from './ruling.ts';

const lampLit = fact<{ lamp: string }>('lamps.lit', ({ lamp }) => `lamp:${lamp}`, { changesAdmission: true });
const tellNeighbours = job('lamps.tell-neighbours', z.object({ lamp: z.string() }), async () => {});

/** A world where lighting a lamp has a consequence, and somebody listens. */
const test = base.extend<{ street: { world: World; heard: string[]; settled(): Promise<void> } }>({
	street: async ({ world: { spine } }, use) => {
		const world = new World({ ...spine, reactions: [on(lampLit, tellNeighbours)] });
		const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(spine.db);
		const listening = openConnections(databaseAt(inject('postgres').where, rows[0]!.name), { max: 1 });
		const heard: string[] = [];
		await listening.listen('nudge', (payload) => void heard.push(payload));
		await use({
			world,
			heard,
			// Notifications come in the order of commits, so what came before this has been heard.
			async settled() {
				await world.as(null, async (tx) => ({ nudged: await tx.nudge('over') }));
				while (!heard.includes('over')) await new Promise((resolve) => setTimeout(resolve, 5));
				heard.splice(heard.indexOf('over'), 1);
			},
		});
		await listening.end();
	},
});

const light = async (tx: Tx) => {
	await tx.announce(lampLit({ lamp: 'kitchen' }));
	return {};
};

const facts = async ({ db }: World) =>
	db.selectFrom('event').select(['name', 'subject', 'data']).where('name', '=', 'lamps.lit').execute();

const jobsOf = async ({ db }: World) =>
	(
		await sql<{ task: string; payload: unknown }>`
			select identifier as task, payload from graphile_worker._private_jobs jobs
			join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id`.execute(db)
	).rows;

test('a database that is there answers, and one that is gone does not', async ({ street: { world } }) => {
	await expect(askAnything(world.db)).resolves.toBeDefined();

	const nowhere = openConnections(databaseAt(inject('postgres').where, 'nowhere_at_all'), { max: 1 });
	await expect(askAnything(connect(nowhere))).rejects.toThrow('does not exist');
	await nowhere.end();
});

test('a fact, its job and its nudges happen together', async ({ street: { world, heard, settled } }) => {
	await world.as(null, light);
	await settled();

	expect(await facts(world)).toEqual([
		{ name: 'lamps.lit', subject: 'lamp:kitchen', data: { lamp: 'kitchen' } },
	]);
	expect(await jobsOf(world)).toEqual([{ task: 'lamps.tell-neighbours', payload: { lamp: 'kitchen' } }]);
	expect(heard).toEqual(['lamp:kitchen', '!lamp:kitchen']);
});

test('after a refusal none of them has happened', async ({ street: { world, heard, settled } }) => {
	const answer = await world.as(null, async (tx) => {
		await light(tx);
		return refuse('too-late');
	});
	await settled();

	expect(answer).toEqual({ refused: 'too-late' });
	expect([await facts(world), await jobsOf(world), heard]).toEqual([[], [], []]);
});

test('after a bug none of them has happened, and the bug is told', async ({
	street: { world, heard, settled },
}) => {
	const broken = world.as(null, async (tx) => {
		await light(tx);
		throw new Error('a bulb broke');
	});
	await expect(broken).rejects.toThrow('a bulb broke');
	await settled();

	expect([await facts(world), await jobsOf(world), heard]).toEqual([[], [], []]);
});

test('a broken connection in the middle leaves none of them', async ({
	street: { world, heard, settled },
}) => {
	const cut = world.as(null, async (tx) => {
		await light(tx);
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.db);
		await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(world.db);
		return await light(tx);
	});
	await expect(cut).rejects.toThrow();
	await settled();

	expect([await facts(world), await jobsOf(world), heard]).toEqual([[], [], []]);
});

test('everything in one operation happens at one moment, by one person', async ({ street: { world } }) => {
	const ana = await world.person('Ana');
	await world.as(ana, async (tx) => {
		await light(tx);
		return light(tx);
	});

	const rows = await world.db
		.selectFrom('event')
		.select(['at', 'actor_id'])
		.where('name', '=', 'lamps.lit')
		.execute();
	const mine = { at: world.now, actor_id: ana };
	expect(rows).toEqual([mine, mine]);
});

test('an operation that needs somebody cannot be run by nobody', async ({ world }) => {
	const asNobody = transact(world.spine, { actor: null, now: world.now }, async (tx) => ({
		actor: tx.actor,
	}));
	await expect(asNobody).rejects.toThrow('needs somebody to act');
});

test('of work left under one key, only the latest is done', async ({ street: { world } }) => {
	for (const lamp of ['kitchen', 'stairs'])
		await world.as(null, async (tx) => ({
			left: await tx.enqueue(tellNeighbours, { lamp }, { key: 'lamps' }),
		}));

	expect(await jobsOf(world)).toEqual([{ task: 'lamps.tell-neighbours', payload: { lamp: 'stairs' } }]);
});

test('what is asked at once is done in the order of asking, whatever else is asked beside it', async ({
	world,
}) => {
	const numbered = (tx: Tx, number: number) =>
		tx.db
			.insertInto('rate_limit')
			.values({
				key: Buffer.from([number]),
				window_ends: tx.now,
				count: sql`(select count(*) from rate_limit)`,
			})
			.returning('count');
	const counts = await world.as(null, async (tx) => {
		const together = [1, 2, 3].map((number) => tx.ask(numbered(tx, number)));
		const alone = numbered(tx, 4).execute();
		return { rows: (await Promise.all([...together, alone])).flat() };
	});

	expect(counts.rows.map(({ count }) => count)).toEqual([0, 1, 2, 3]);
});

test('what was sent along with the end fails the whole, and leaves nothing of it behind', async ({
	street: { world, heard, settled },
}) => {
	const row = (tx: Tx) =>
		tx.db.insertInto('rate_limit').values({ key: Buffer.from('twice'), window_ends: tx.now, count: 1 });
	const broken = world.as(null, async (tx) => {
		await light(tx);
		tx.lastly(row(tx));
		tx.lastly(row(tx));
		return {};
	});
	await expect(broken).rejects.toThrow('duplicate key');
	await settled();

	expect([await facts(world), await jobsOf(world), heard]).toEqual([[], [], []]);
	expect(await world.db.selectFrom('rate_limit').select('count').execute()).toEqual([]);
});

test('what an operation has sent before it breaks is not done on its own', async ({ world }) => {
	const broken = world.as(null, (tx) => {
		tx.lastly(
			tx.db.insertInto('rate_limit').values({ key: Buffer.from('late'), window_ends: tx.now, count: 1 }),
		);
		throw new Error('a bulb broke');
	});
	await expect(broken).rejects.toThrow('a bulb broke');

	expect(await world.db.selectFrom('rate_limit').select('count').execute()).toEqual([]);
});

test('whoever listens is answered behind everything that was committed before', async ({
	street: { world },
}) => {
	const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
	const ears = openConnections(databaseAt(inject('postgres').where, rows[0]!.name), { max: 1 });
	const heard: string[] = [];
	const listening = await ears.listen('nudge', (payload) => void heard.push(payload));

	for (let n = 0; n < 50; n++) {
		await world.as(null, async (tx) => ({ nudged: await tx.nudge(`lamp:${n}`) }));
		await listening.hears();
		expect(heard.at(-1)).toBe(`lamp:${n}`);
	}
	await ears.end();
	await expect(listening.hears()).rejects.toThrow();
});

test('several who listen on one channel share a connection, until the last has gone', async ({
	street: { world },
}) => {
	const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
	const ears = openConnections(databaseAt(inject('postgres').where, rows[0]!.name), { max: 1 });
	const listeners = async () => {
		const found = await sql`select from pg_stat_activity
			where datname = current_database() and query = 'listen "doorbell"'`.execute(world.db);
		return found.rows.length;
	};
	const heard: string[] = [];
	let begun = 0;
	const ear = (name: string) =>
		ears.listen(
			'doorbell',
			(payload) => void heard.push(`${name} ${payload}`),
			() => void begun++,
		);
	const both = await Promise.all([ear('Ana'), ear('Ben')]);
	expect({ listeners: await listeners(), begun }).toEqual({ listeners: 1, begun: 2 });

	await sql`select pg_notify('doorbell', 'rings')`.execute(world.db);
	await expect.poll(() => heard.toSorted()).toEqual(['Ana rings', 'Ben rings']);
	await both[0].unlisten();
	expect(await listeners()).toBe(1);
	await both[1].unlisten();
	await expect.poll(listeners).toBe(0);
	await ears.end();
});

test('what was nudged is heard within the process before the operation is over, and only if it was done', async ({
	world,
}) => {
	const heard: string[] = [];
	const here = new World({ ...world.spine, hear: (topic) => void heard.push(topic) });

	await here.as(null, light);
	expect(heard).toEqual(['lamp:kitchen', '!lamp:kitchen']);

	await here.as(null, async (tx) => {
		await light(tx);
		return refuse('too-bright');
	});
	expect(heard).toEqual(['lamp:kitchen', '!lamp:kitchen']);
});
