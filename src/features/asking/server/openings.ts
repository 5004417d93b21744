import { openingsOf } from '#features/pairings/server/index.ts';
import type { SupporterRow } from '#features/supporters/server/index.ts';
import type { Reader } from '#platform/db.ts';
import { roomLeft } from '../room.ts';
import { loadsOf } from './loads.ts';

/** What is open with these supporters, the cards that wait for them counted as well. Never how many they are with. */
export async function openingsFor(
	db: Reader,
	supporters: readonly Omit<SupporterRow, 'nickname'>[],
	now: Date,
) {
	const openings = await openingsOf(db, supporters, now);
	const loads = await loadsOf(db, supporters, now);
	for (const { personId, caps } of supporters) {
		const opening = openings.get(personId)!;
		if (opening.takes === 'yes' && roomLeft(loads.get(personId)!, caps) === 0)
			openings.set(personId, { ...opening, takes: 'has-no-room' });
	}
	return openings;
}
