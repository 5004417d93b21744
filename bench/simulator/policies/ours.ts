import { suggestionsOver } from '#features/matching/arrival.ts';
import { matchBatch, type Batch } from '#features/matching/batch.ts';
import { knobs, type Knobs } from '#features/matching/weight.ts';
import type { Policy } from '../organisation.ts';

/** What the product does: whoever asks is placed at once if that serves all, and whoever waits is placed in a run each hour. */
export function ours(by: Knobs = knobs): Policy {
	let last: Pick<Batch, 'prices' | 'scarce'> = { prices: new Map(), scarce: new Set() };
	return {
		name: 'ours',
		asked(ask, here) {
			const roster = here.team.rosterNow();
			const terms = { rarity: here.rarity, knobs: by, prices: last.prices, scarce: last.scarce };
			const [best] = suggestionsOver(roster, terms)(here.memberNow(ask));
			if (best) here.offer(ask, best.supporter);
		},
		hourly(here) {
			if (here.waiting.size === 0) return;
			const asks = new Map([...here.waiting].map((ask) => [here.memberNow(ask).id, ask]));
			const batch = matchBatch([...here.waiting].map(here.memberNow), here.team.rosterNow(), {
				rarity: here.rarity,
				knobs: by,
			});
			for (const { member, supporter } of batch.matches) here.offer(asks.get(member)!, supporter);
			last = batch;
		},
	};
}
