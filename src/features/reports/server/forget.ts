import { z } from 'zod';
import { job } from '#platform/job.ts';

/** A copy whose key has gone is noise. */
export const forgetCopies = job(
	'reports.forget-copies',
	z.object({}),
	(tx) =>
		tx.db
			.updateTable('report')
			.set({ copy: null })
			.where('copy', 'is not', null)
			.where('case_id', 'in', (where) =>
				where.selectFrom('desk_case').select('desk_case.id').where('desk_case.key_id', 'is', null),
			)
			.execute(),
	{ every: '52 3 * * *' },
);
