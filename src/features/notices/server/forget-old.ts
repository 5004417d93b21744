import { z } from 'zod';
import { job } from '#platform/job.ts';
import { after } from '#platform/time.ts';
import { KEPT_FOR } from '../notice.ts';

/** Deletes notices that nobody needs any more. */
export const forgetOldNotices = job(
	'notices.forget-old',
	z.object({}),
	(tx) => tx.db.deleteFrom('notice').where('made_at', '<', after(tx.now, -KEPT_FOR)).execute(),
	{ every: '17 3 * * *' },
);
