import { z } from 'zod';
import { job } from '#platform/job.ts';
import { after, days } from '#platform/time.ts';

/** What was sealed for a case is kept so long after its end: until an appeal can no longer come, and some time to answer it. */
export const SEALED_FOR = days(180);

/** Throws away the keys of cases that ended long ago, and so every word that was copied for them. That there was a case stays. */
export const forgetSealed = job(
	'desk.forget-sealed',
	z.object({}),
	async (tx) => {
		const ended = await tx.db
			.selectFrom('desk_case')
			.select('key_id')
			.where('settled_at', '<', after(tx.now, -SEALED_FOR))
			.where('key_id', 'is not', null)
			.execute();
		const keys = ended.flatMap(({ key_id }) => key_id ?? []);
		if (keys.length > 0) await tx.db.deleteFrom('sealing_key').where('id', 'in', keys).execute();
	},
	{ every: '41 3 * * *' },
);
