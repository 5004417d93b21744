import type { PersonId } from '#platform/ids.ts';
import type { Member } from '#features/matching/member.ts';
import type { Supporter } from '#features/matching/supporter.ts';
import { addTime, noTime } from '#features/matching/week.ts';

const evening = addTime(noTime(), 36, 44);

/** Somebody who asks, of whom only what matters is said. */
export const asks = (more: Partial<Member> = {}): Member => ({
	id: 'ana' as PersonId,
	ageBand: 'adult',
	languages: [{ language: 'en', fluency: 3 }],
	leastFluency: 1,
	lived: [],
	topics: [],
	wishes: [],
	styles: [],
	hours: evening,
	asynchronous: false,
	avoids: [],
	ties: [],
	before: [],
	hoursWaited: 0,
	...more,
});

/** Somebody who supports, with room for two. */
export const supports = (more: Partial<Supporter> = {}): Supporter => ({
	id: 'ben' as PersonId,
	ageBand: 'adult',
	languages: [{ language: 'en', fluency: 3 }],
	lived: [],
	styles: [],
	traits: {},
	declines: [],
	hours: evening,
	avoids: [],
	ties: [],
	open: true,
	pairings: 0,
	cap: 2,
	room: 2,
	...more,
});
