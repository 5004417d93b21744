import type { CaseId } from '#features/desk/case.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { Including, Reason, ReportId } from '../report.ts';

declare module '#platform/db.ts' {
	interface Tables {
		report: {
			id: ReportId;
			case_id: CaseId;
			reporter_id: PersonId | null;
			reason: Reason;
			include: Including;
			copy: Sealed | null;
			mine: Sealed | null;
			made_at: Date;
		};
	}
}
