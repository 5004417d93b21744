import { sql } from 'kysely';
import { jobs } from '#composition';
import type { World } from './world.ts';

/**
 * Does what was left to be done by the world’s moment, as a worker does: each in a transaction of its own, the earliest
 * first, and what comes of that as well. Answers with what it did.
 */
export async function doWhatIsDue(world: World): Promise<string[]> {
	const done: string[] = [];
	for (;;) {
		const { rows } = await sql<{ name: string; payload: unknown }>`
			with next as (
				select id from graphile_worker._private_jobs where run_at <= ${world.now} order by run_at, id limit 1
			)
			delete from graphile_worker._private_jobs job using next, graphile_worker._private_tasks task
				where job.id = next.id and task.id = job.task_id
				returning task.identifier as name, job.payload`.execute(world.db);
		const [due] = rows;
		if (!due) return done;
		const job = jobs.find(({ name }) => name === due.name);
		if (!job) throw new Error(`Nobody does ${due.name}.`);
		const data: unknown = await job.schema.parseAsync(due.payload);
		await world.as(null, async (tx) => {
			await job.run(tx, data);
			return {};
		});
		done.push(due.name);
	}
}
