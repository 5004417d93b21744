import { z } from 'zod';
import { job } from '#platform/job.ts';
import { measureEnded } from '../events.ts';

/**
 * What had an end ends at it: who was shut out comes in, who was asked to listen speaks, who was taken out may ask for a place
 * again. All of that is by the moment itself; this only says so, and only once.
 */
export const endMeasures = job(
	'ladder.end-measures',
	z.object({}),
	async (tx) => {
		const ended = await tx.db
			.updateTable('measure')
			.set({ state: 'ended', over_at: tx.now })
			.where('state', '=', 'standing')
			.where('ends_at', '<=', tx.now)
			.returning('id')
			.execute();
		for (const { id: measureId } of ended) await tx.announce(measureEnded({ measureId }));
		await tx.db.deleteFrom('kept_out').where('until', '<=', tx.now).execute();
	},
	{ every: '*/10 * * * *' },
);
