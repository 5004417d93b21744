import { z } from 'zod';
import { job } from '#platform/job.ts';
import { after, dayOf, days } from '#platform/time.ts';

/** Cards lie for two days, beginnings for a month, and in whose company somebody came is known while they are new. */
export const forgetOld = job(
	'attention.forget-old',
	z.object({}),
	async (tx) => {
		await tx.db.deleteFrom('arriving').where('ends_at', '<=', tx.now).execute();
		await tx.db
			.deleteFrom('card')
			.where('made_at', '<', after(tx.now, -days(2)))
			.execute();
		await tx.db
			.deleteFrom('contact')
			.where('begun_at', '<', after(tx.now, -days(30)))
			.execute();
		await tx.db.deleteFrom('arrival').where('forget_on', '<=', dayOf(tx.now)).execute();
	},
	{ every: '*/5 * * * *' },
);
