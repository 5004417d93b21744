import { z } from 'zod';
import { forgetConversation } from '#features/conversations/server/index.ts';
import { job } from '#platform/job.ts';
import { after, hours } from '#platform/time.ts';

/** Asking for somebody leaves nothing behind when nobody came: a day after it has lapsed it is gone. */
export const forgetCalls = job(
	'sessions.forget-calls',
	z.object({}),
	async (tx) => {
		const gone = await tx.db
			.selectFrom('backup')
			.select('id')
			.where('came_at', 'is', null)
			.where('lapses_at', '<', after(tx.now, -hours(24)))
			.execute();
		for (const { id } of gone) await forgetConversation(tx, id);
	},
	{ every: '23 4 * * *' },
);
