import { viewerById } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import { limitsChanged } from '../events.ts';
import type { Limits, OwnLimits } from '../limits.ts';
import { may } from '../policy.ts';

/** A coordinator says how much anybody holds at most. What people hold already stays theirs. */
export async function setLimits(tx: Tx, limits: Limits) {
	const ruling = may.open({ viewer: (await viewerById(tx.db, tx.actor)) ?? null });
	if (ruling.refused) return ruling;
	const columns = columnsOf(limits);
	await tx.db
		.insertInto('shift_limits')
		.values({ one: true, ...columns })
		.onConflict((already) => already.column('one').doUpdateSet(columns))
		.execute();
	await tx.announce(limitsChanged({}));
	return limits;
}

/** Says how much one wants to hold oneself. It can ask for less than what holds for everyone, never for more. */
export async function setOwnLimits(tx: Tx, limits: OwnLimits) {
	const columns = columnsOf(limits);
	await tx.db
		.insertInto('own_shift_limits')
		.values({ person_id: tx.actor, ...columns })
		.onConflict((already) => already.column('person_id').doUpdateSet(columns))
		.execute();
	return limits;
}

const columnsOf = <Count>({ hoursAWeek, nightsAWeek, restHours }: Record<keyof Limits, Count>) => ({
	hours_a_week: hoursAWeek,
	nights_a_week: nightsAWeek,
	rest_hours: restHours,
});
