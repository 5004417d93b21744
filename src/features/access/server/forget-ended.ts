import { z } from 'zod';
import { job } from '#platform/job.ts';

/** Tokens that have ended leave no trace. */
export const forgetEnded = job(
	'access.forget-ended',
	z.object({}),
	(tx) => tx.db.deleteFrom('token').where('ends_at', '<=', tx.now).execute(),
	{ every: '*/5 * * * *' },
);
