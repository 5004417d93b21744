import { sql } from 'kysely';
import type { AgeBand } from '#features/people/person.ts';
import type { Reader, Tx } from '#platform/db.ts';

/** Something changed of who waits or who is there: whoever waits, and whoever is there, is shown it. */
export async function tellTalks(tx: Tx, ageBand: AgeBand) {
	const waiting = await tx.db
		.selectFrom('now_ask')
		.innerJoin('person', 'person.id', 'now_ask.person_id')
		.select('now_ask.id')
		.where('now_ask.state', '=', 'waiting')
		.where('person.age_band', '=', ageBand)
		.execute();
	await tx.db
		.insertInto('talks_change')
		.values({ age_band: ageBand, change: 1 })
		.onConflict((there) => there.column('age_band').doUpdateSet({ change: sql`talks_change.change + 1` }))
		.execute();
	await tx.nudge(`talks:${ageBand}`);
	for (const { id } of waiting) await tx.nudge(`wait:${id}`);
}

/** Grows with every change in one age band. */
export async function talksChange(db: Reader, ageBand: AgeBand): Promise<number> {
	const row = await db
		.selectFrom('talks_change')
		.select('change')
		.where('age_band', '=', ageBand)
		.executeTakeFirst();
	return row?.change ?? 0;
}
