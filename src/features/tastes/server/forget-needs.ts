import { z } from 'zod';
import { job } from '#platform/job.ts';
import { after, dayOf } from '#platform/time.ts';
import { KEPT_FOR } from '../need.ts';

/** Forgets what was asked for long ago, and the keys of what was written with it. */
export const forgetNeeds = job(
	'tastes.forget-needs',
	z.object({}),
	async (tx) => {
		const gone = await tx.db
			.deleteFrom('unmet_need')
			.where('made_on', '<', dayOf(after(tx.now, -KEPT_FOR)))
			.returning('key_id')
			.execute();
		const keys = gone.flatMap(({ key_id }) => key_id ?? []);
		if (keys.length > 0) await tx.db.deleteFrom('sealing_key').where('id', 'in', keys).execute();
	},
	{ every: '40 3 * * *' },
);
