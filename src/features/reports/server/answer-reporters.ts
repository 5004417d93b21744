import { z } from 'zod';
import type { CaseId } from '#features/desk/case.ts';
import { notify } from '#features/notices/server/index.ts';
import { job } from '#platform/job.ts';

/** Tells everybody who told of a case that there is an answer. It says neither what it is about nor what came of it. */
export const answerReporters = job(
	'reports.answer-reporters',
	z.object({ caseId: z.uuid() }),
	async (tx, given) => {
		const caseId = given.caseId as CaseId;
		const rows = await tx.db
			.selectFrom('report')
			.select(['id', 'reporter_id'])
			.where('case_id', '=', caseId)
			.orderBy('id')
			.execute();
		for (const { id, reporter_id: to } of rows) {
			if (!to) continue;
			const told = await tx.db
				.selectFrom('notice')
				.select('id')
				.where('about', '=', id)
				.where('person_id', '=', to)
				.executeTakeFirst();
			if (!told) await notify(tx, { to, kind: 'report-answered', about: id, at: null, path: '/me/reports' });
		}
	},
);
