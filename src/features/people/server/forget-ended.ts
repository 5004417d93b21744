import { z } from 'zod';
import { job } from '#platform/job.ts';

/** Sessions that have ended, and questions nobody’s passkey answered, leave no trace. */
export const forgetEnded = job(
	'people.forget-ended',
	z.object({}),
	async (tx) => {
		await tx.db.deleteFrom('session').where('ends_at', '<=', tx.now).execute();
		await tx.db.deleteFrom('passkey_challenge').where('ends_at', '<=', tx.now).execute();
	},
	{ every: '*/5 * * * *' },
);
