import type { Reader, Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { after, dayOf, days, startOfDay } from '#platform/time.ts';
import { hourOfWeek, type PastWait } from '../wait.ts';

/** Waits of so many days say how it is lately; older ones go. */
const LATELY = days(28);
const MOST = 500;

/** Remembers how long a wait was, and what came of it, and nothing of whom. */
export async function rememberWait(
	tx: Tx,
	{ askedAt, toldMost, cameOfIt }: { askedAt: Date } & Pick<PastWait, 'toldMost' | 'cameOfIt'>,
) {
	await tx.db
		.insertInto('past_wait')
		.values({
			// Ids carry the moment they were made at; this one only carries the day.
			id: newId<'past-wait'>(startOfDay(tx.now)),
			on_day: dayOf(tx.now),
			hour_of_week: hourOfWeek(askedAt),
			waited_seconds: Math.max(0, Math.round((tx.now.getTime() - askedAt.getTime()) / 1000)),
			came_of_it: cameOfIt,
			told_most: toldMost,
		})
		.execute();
}

/** How long people waited lately. */
export async function latelyWaited(db: Reader, now: Date): Promise<PastWait[]> {
	const rows = await db
		.selectFrom('past_wait')
		.select(['waited_seconds', 'came_of_it', 'hour_of_week', 'told_most'])
		.where('on_day', '>=', dayOf(after(now, -LATELY)))
		.orderBy('on_day', 'desc')
		.orderBy('id')
		.limit(MOST)
		.execute();
	return rows.map((row) => ({
		waited: row.waited_seconds / 60,
		cameOfIt: row.came_of_it,
		hourOfWeek: row.hour_of_week,
		toldMost: row.told_most,
	}));
}

export const forgetOldWaits = (tx: Tx) =>
	tx.db
		.deleteFrom('past_wait')
		.where('on_day', '<', dayOf(after(tx.now, -LATELY)))
		.execute();
