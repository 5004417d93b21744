/** The door of reports: for routes and the composition. */
import { caseSettled } from '#features/desk/server/index.ts';
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import { answerReporters } from './answer-reporters.ts';
import { forgetCopies } from './forget.ts';
import { hideUntilReviewed } from './hide-until-reviewed.ts';
import './tables.ts';

export { reportsFor, type ReportTold } from './copies.ts';
export { endpoints } from './endpoints.ts';
export { makeReport } from './make-report.ts';
export { personal } from './personal.ts';
export { reportsOf } from './queries.ts';
export { thingFor } from './thing.ts';

export const jobs: readonly AnyJob[] = [hideUntilReviewed, answerReporters, forgetCopies];

export const reactions: readonly Reaction[] = [on(caseSettled, answerReporters)];
