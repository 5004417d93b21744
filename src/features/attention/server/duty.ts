import { isDutyHeld, nextOnDuty } from '#features/desk/server/index.ts';
import type { AgeBand } from '#features/people/person.ts';
import type { Reader } from '#platform/db.ts';

/** Whether somebody is on duty now for people of this age, and else from when on, where somebody has signed up. */
export async function dutyFor(db: Reader, ageBand: AgeBand, now: Date) {
	if (await isDutyHeld(db, ageBand, now)) return { held: true, from: null };
	const next = await nextOnDuty(db, ageBand, now);
	return { held: false, from: next?.startsAt ?? null };
}
