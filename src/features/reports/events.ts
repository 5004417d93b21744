import { fact } from '#platform/event.ts';
import type { ReportId } from './report.ts';

/** By whoever made it, and of nobody else. */
export const reportMade = fact<{ reportId: ReportId }>(
	'reports.made',
	({ reportId }) => `report:${reportId}`,
);
