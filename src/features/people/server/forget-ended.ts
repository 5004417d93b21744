import { z } from 'zod';
import { job } from '#platform/job.ts';
import { dayOf } from '#platform/time.ts';

/** Sessions that have ended, devices long unseen and questions no passkey answered leave no trace. */
export const forgetEnded = job(
	'people.forget-ended',
	z.object({}),
	async (tx) => {
		await tx.db.deleteFrom('session').where('ends_at', '<=', tx.now).execute();
		await tx.db
			.updateTable('session')
			.set({ fresh_until: null })
			.where('fresh_until', '<=', tx.now)
			.execute();
		await tx.db.deleteFrom('known_device').where('forget_on', '<=', dayOf(tx.now)).execute();
		await tx.db.deleteFrom('passkey_challenge').where('ends_at', '<=', tx.now).execute();
	},
	{ every: '*/5 * * * *' },
);
