import { endpoint, type Endpoint } from '#features/access/server/index.ts';
import { hours } from '#platform/time.ts';
import { ReportBody, ReportedSchema, ReportsSchema } from '../schemas.ts';
import { makeReport } from './make-report.ts';
import { reportsOf } from './queries.ts';

const sentence = (reason: string) => `reports.refused.${reason}`;

/** What programs can do here: tell stewards of something that whoever holds the token may see, and learn what came of it. */
export const endpoints: readonly Endpoint[] = [
	endpoint({
		method: 'POST',
		path: '/reports',
		scope: 'reports:write',
		does: 'Tells stewards of something. Telling of one thing twice is telling once.',
		body: ReportBody,
		answers: ReportedSchema,
		status: 201,
		refusals: ['too-many', 'your-own', 'nothing-there'],
		sentence,
		counts: hours(1),
		run: ({ body, transact }) => transact((tx) => makeReport(tx, body)),
	}),
	endpoint({
		method: 'GET',
		path: '/me/reports',
		scope: 'reports:read',
		does: 'What one has told stewards, the latest first, and how far each has come.',
		answers: ReportsSchema,
		async run({ db, vault, me }) {
			const reports = await reportsOf(db, vault, me.id);
			return {
				reports: reports.map(({ id, where, reason, include, words, madeAt, progress }) => ({
					...{ id, where, reason, include, words, progress },
					madeAt: madeAt.toISOString(),
				})),
			};
		},
	}),
];
