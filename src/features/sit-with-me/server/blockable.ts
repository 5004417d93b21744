import type { Blockable } from '#features/blocks/server/index.ts';
import { may } from '../policy.ts';
import type { NowAskId } from '../waiting.ts';
import { hereOf, supporterOf, waitingById } from './standing.ts';

/** Whoever waits, by their card: for those who are there and are shown it. It tells no name, so neither does the block. */
export const waitingBlockable: Blockable = {
	prefix: 'wait',

	async whose(db, viewer, id, now) {
		const waiting = await waitingById(db, id as NowAskId, now);
		const here = await hereOf(db, viewer.id, now);
		const supporter = await supporterOf(db, viewer.id, now);
		const seen = may.seeCard({ viewer, supporter, here, waiting, apart: false, now });
		return seen.refused ? undefined : { personId: waiting!.personId, as: null, in: null };
	},
};
