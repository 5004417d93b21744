import { matchBatch } from '#features/matching/batch.ts';
import type { Policy } from '../organisation.ts';
import { fitAlone } from './fitting.ts';

/** Each hour the pairings that fit best together, and nothing else: nobody’s wait, options or load counts. */
export const maxWeight = (): Policy => ({
	name: 'best fit each hour',
	hourly(here) {
		if (here.waiting.size === 0) return;
		const asks = new Map([...here.waiting].map((ask) => [here.memberNow(ask).id, ask]));
		const batch = matchBatch([...asks.values()].map(here.memberNow), here.team.rosterNow(), {
			rarity: here.rarity,
			knobs: fitAlone,
		});
		for (const { member, supporter } of batch.matches) here.offer(asks.get(member)!, supporter);
	},
});
