import { obstaclesBetween } from '#features/matching/feasible.ts';
import type { Policy } from '../organisation.ts';

/** One list of all who wait. A supporter who looks in takes those who have waited longest, of those they can take. */
export const claimQueue = (): Policy => ({
	name: 'a list to claim from',
	looksIn(supporter, here) {
		for (const ask of here.waiting) {
			const now = here.team.people.get(supporter.id)!.told;
			if (!now.open || now.room <= 0) return;
			if (obstaclesBetween(ask.person.told, now).length === 0) here.pair(ask, supporter.id);
		}
	},
});
