import type { AgeBand } from '#features/people/person.ts';
import { shiftsHeldWith } from '#features/rota/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours } from '#platform/time.ts';
import type { Case } from '../case.ts';
import type { People } from '../paging.ts';

/** Whoever begins within so long can be asked before they begin. */
const SOON = hours(12);

/** Whether a steward of this age band is on shift at this moment. */
export const isDutyHeld = async (db: Reader, ageBand: AgeBand, now: Date): Promise<boolean> =>
	(await shiftsHeldWith(db, { duty: 'steward', ageBand, from: now, until: now })).length > 0;

/** When a steward of this age band is on shift next: the shift itself, and who holds it; undefined when nobody has signed up. */
export async function nextOnDuty(
	db: Reader,
	ageBand: AgeBand,
	now: Date,
): Promise<{ startsAt: Date; personIds: PersonId[] } | undefined> {
	const shifts = await shiftsHeldWith(db, { duty: 'steward', ageBand, from: now });
	const first = shifts.find(({ startsAt }) => startsAt > now);
	if (!first) return undefined;
	const together = shifts.filter(({ startsAt }) => startsAt.getTime() === first.startsAt.getTime());
	return { startsAt: first.startsAt, personIds: [...new Set(together.map(({ personId }) => personId))] };
}

/** Who can be asked to come to a case now. Nobody whom it concerns, and nobody who has it already. */
export async function peopleFor(db: Reader, it: Case, now: Date): Promise<People> {
	const { ageBand } = it;
	const not = new Set([it.subjectId, it.takenBy, it.secondId, ...it.reporterIds, ...it.apartIds]);
	const can = (people: readonly PersonId[]) => [...new Set(people)].filter((person) => !not.has(person));

	const on = await shiftsHeldWith(db, { duty: 'steward', ageBand, from: now, until: now });
	const next = await nextOnDuty(db, ageBand, now);
	const holders = await db
		.selectFrom('duty')
		.innerJoin('person', 'person.id', 'duty.person_id')
		.select(['person.id', 'person.age_band as ageBand', 'duty.duty'])
		.where('duty.duty', 'in', ['steward', 'coordinator'])
		.orderBy('person.id')
		.execute();
	const holding = (duty: string, band?: AgeBand) =>
		can(
			holders
				.filter((each) => each.duty === duty && (band === undefined || each.ageBand === band))
				.map(({ id }) => id),
		);
	const coordinators = holding('coordinator', ageBand);
	return {
		onShift: can(on.map(({ personId }) => personId)),
		next: next && next.startsAt <= after(now, SOON) ? can(next.personIds) : [],
		everybody: holding('steward', ageBand),
		// They cannot read it, but they can find somebody who may.
		coordinators: coordinators.length > 0 ? coordinators : holding('coordinator'),
	};
}
