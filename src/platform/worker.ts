import { Logger, parseCronItems, run, type Task } from 'graphile-worker';
import { Pool } from 'pg';
import { transact, type Spine, type Whereabouts } from './db.ts';
import type { AnyJob } from './job.ts';
import { traceOf, type Log } from './log.ts';
import { rightNow } from './time.ts';

/** The worker of this process. */
export interface Worker {
	/** Waits for what is being done, and takes on nothing more. */
	stop(): Promise<void>;
}

/** Runs the jobs. Each is one transaction, after whatever it fetches from outside; one that throws is tried again later, more and more slowly. */
export async function startWorker(
	spine: Spine,
	where: Whereabouts,
	jobs: readonly AnyJob[],
	log: Log,
): Promise<Worker> {
	const pool = new Pool({ ...('url' in where ? { connectionString: where.url } : where), max: 4 });
	// Without listeners, a restart of the database would end the process.
	const lost = (error: Error) => log.warn({ error: traceOf(error) }, 'the worker lost its database');
	pool.on('error', lost);
	pool.on('connect', (connected) => connected.on('error', lost));

	await catchUp(spine, jobs);
	const runner = await run({
		pgPool: pool,
		concurrency: 3,
		noHandleSignals: true,
		pollInterval: 2000,
		taskList: Object.fromEntries(jobs.map((job) => [job.name, taskOf(job, spine, log)])),
		parsedCronItems: parseCronItems(
			jobs.flatMap(({ name, every }) =>
				every ? [{ task: name, match: every, options: { backfillPeriod: 0 } }] : [],
			),
		),
		// Its lines carry payloads and messages; ours, below, do not.
		logger: new Logger(() => () => {}),
	});
	void runner.promise.catch((error: unknown) => log.error({ error: traceOf(error) }, 'the worker stopped'));
	return {
		async stop() {
			await runner.stop();
			await pool.end();
		},
	};
}

/**
 * Does now what clocks would have started while nobody was here to hear them. Each job is left in a transaction of its
 * own: two processes that start together would else wait for each other’s.
 */
async function catchUp(spine: Spine, jobs: readonly AnyJob[]) {
	for (const job of jobs.filter(({ every }) => every))
		await transact(spine, { actor: null, now: rightNow() }, async (tx) => {
			await tx.enqueue(job, {}, { key: job.name });
			return {};
		});
}

const taskOf =
	(job: AnyJob, spine: Spine, log: Log): Task =>
	async (payload) => {
		const begun = performance.now();
		try {
			const data: unknown = await job.schema.parseAsync(withoutCron(payload));
			const fetched = await job.fetch?.(spine.db, data);
			await transact(spine, { actor: null, now: rightNow() }, async (tx) => {
				await job.run(tx, data, fetched);
				return {};
			});
			log.info({ job: job.name, outcome: 'done', ms: Math.round(performance.now() - begun) }, 'job');
		} catch (error) {
			log.warn({ job: job.name, outcome: 'again', error: traceOf(error) }, 'job');
			// graphile-worker keeps the message in its table; ours may quote rows, so it gets only the name.
			throw new Error(error instanceof Error ? error.name : 'unknown');
		}
	};

/** graphile-worker adds `_cron` to what a clock starts. */
function withoutCron(payload: unknown): unknown {
	if (typeof payload !== 'object' || payload === null) return payload;
	const { _cron, ...rest } = payload as Record<string, unknown>;
	return rest;
}
