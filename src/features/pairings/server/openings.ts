import { freeStarts } from '#features/supporters/availability.ts';
import type { SupporterRow } from '#features/supporters/server/index.ts';
import { takesPeople } from '#features/supporters/supporter.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { fitsTheirWeek, hasRoom } from '../carrying.ts';
import { busyWith, talksSinceMonday } from './busy.ts';
import { carryingOf } from './carrying.ts';

/** Whether somebody new may come to a supporter, and when they are free next, in the hours they gave. */
export interface Opening {
	takes: 'yes' | 'resting' | 'has-no-room';
	from: Date | undefined;
}

/** What is open with these supporters. Never how many they are with. */
export async function openingsOf(
	db: Reader,
	supporters: readonly Omit<SupporterRow, 'nickname'>[],
	now: Date,
): Promise<Map<PersonId, Opening>> {
	const people = supporters.map(({ personId }) => personId);
	const carrying = await carryingOf(
		db,
		supporters.map(({ personId, availability: { zone } }) => ({ personId, zone })),
		now,
	);
	const busy = await busyWith(db, people, { now });
	const talks = await talksSinceMonday(db, people, { now });
	return new Map(
		supporters.map((supporter) => {
			const { personId, availability, caps } = supporter;
			const takes = !takesPeople(supporter, now)
				? 'resting'
				: hasRoom(carrying.get(personId)!, caps)
					? 'yes'
					: 'has-no-room';
			const theirs = busy.filter((talk) => talk.personId === personId);
			const week = talks.filter((talk) => talk.personId === personId);
			const [from] = freeStarts(availability, {
				...{ length: 30, busy: theirs, now, limit: 1 },
				suits: (talk) => fitsTheirWeek(talk, week, { ...caps, zone: availability.zone }),
			});
			return [personId, { takes, from }];
		}),
	);
}
