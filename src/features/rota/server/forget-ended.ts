import { z } from 'zod';
import { job } from '#platform/job.ts';
import { after, days } from '#platform/time.ts';

/** Forgets who once stepped back from what, when no calendar needs to be told any more. */
export const forgetEndedSignUps = job(
	'rota.forget-ended-sign-ups',
	z.object({}),
	(tx) =>
		tx.db
			.deleteFrom('sign_up')
			.where('ended_at', 'is not', null)
			.where('ends_at', '<', after(tx.now, -days(30)))
			.execute(),
	{ every: '25 3 * * *' },
);
