import { sql } from 'kysely';
import { expect, inject } from 'vitest';
import { z } from 'zod';
import { databaseAt } from '#test/database.ts';
import { test as base, type World } from '#test/world.ts';
import type { AnyJob } from './job.ts';
import { job } from './job.ts';
import type { Line, Log } from './log.ts';
import { rightNow } from './time.ts';
import { startWorker } from './worker.ts';

/** A worker for one test, and what it logged. */
const test = base.extend<{ work: (jobs: AnyJob[]) => Promise<Line[]> }>({
	work: async ({ world }, use) => {
		// The worker looks at the real clock, so what is left for it is left now.
		world.now = rightNow();
		const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db);
		const where = databaseAt(inject('postgres').where, rows[0]!.name);
		const stops: (() => Promise<void>)[] = [];
		await use(async (jobs) => {
			const lines: Line[] = [];
			const note = (line: Line) => void lines.push(line);
			const log: Log = { info: note, warn: note, error: note };
			const runner = await startWorker(world.spine, where, jobs, log);
			stops.push(() => runner.stop());
			return lines;
		});
		for (const stop of stops) await stop();
	},
});

const until = async (true_: () => boolean | Promise<boolean>) => {
	while (!(await true_())) await new Promise((resolve) => setTimeout(resolve, 10));
};

const leave = (world: World, wanted: AnyJob, data: unknown) =>
	world.as(null, async (tx) => ({ left: await tx.enqueue(wanted, data) }));

const waiting = async ({ db }: World) =>
	(
		await sql<{ attempts: number; error: string | null }>`
			select attempts, last_error as error from graphile_worker._private_jobs`.execute(db)
	).rows;

test('work that was left is done, in a transaction of its own', async ({ world, work }) => {
	const greet = job('greet', z.object({ name: z.string() }), (tx, { name }) =>
		tx.enqueue({ name: 'answer', schema: z.string(), run: async () => {} }, name),
	);
	await leave(world, greet, { name: 'Ana' });

	const lines = await work([greet]);
	await until(() => lines.some(({ job: name }) => name === 'greet'));

	expect(lines).toContainEqual(expect.objectContaining({ job: 'greet', outcome: 'done' }));
	expect(await waiting(world)).toHaveLength(1);
});

test('work that fails takes back what it did, and is kept for later without a word of what went wrong', async ({
	world,
	work,
}) => {
	const stumble = job('stumble', z.object({}), async (tx) => {
		await sql`insert into rate_limit values (decode('00', 'hex'), ${tx.now}, 1)`.execute(tx.db);
		throw new TypeError('my own words');
	});
	await leave(world, stumble, {});

	const lines = await work([stumble]);
	await until(async () => (await waiting(world)).some(({ error }) => error !== null));

	expect(await waiting(world)).toEqual([{ attempts: 1, error: 'TypeError' }]);
	expect(await world.db.selectFrom('rate_limit').selectAll().execute()).toEqual([]);
	expect(JSON.stringify(lines)).not.toContain('my own words');
});

test('work whose data no longer fits is not begun', async ({ world, work }) => {
	let begun = false;
	const strict = job('strict', z.object({ lamp: z.string() }), async () => (begun = true));
	await leave(world, strict, { chair: 1 });

	await work([strict]);
	await until(async () => (await waiting(world)).some(({ error }) => error !== null));

	expect(begun).toBe(false);
});

test('what a clock should have started while nobody was here is started at once', async ({ work }) => {
	let begun = 0;
	const daily = job('daily', z.object({}), async () => void begun++, { every: '0 4 * * *' });

	await work([daily]);
	await until(() => begun > 0);

	expect(begun).toBe(1);
});
