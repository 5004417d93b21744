import type { Generated } from 'kysely';
import type { CaseId } from '#features/desk/case.ts';
import type { Was } from '#features/conversations/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { Judgement, LookId } from '../consistency.ts';
import type { MeasureId, MeasureState, Step, Verdict } from '../ladder.ts';

/** What a measure can have done. */
export type EffectKind = 'hidden' | 'paused' | 'removed' | 'duties' | 'shut-out';

declare module '#platform/db.ts' {
	interface Tables {
		house_rule: { code: string; sentence: string | null; left_out: Generated<boolean> };
		measure: {
			id: MeasureId;
			case_id: CaseId;
			subject_id: PersonId | null;
			about: string;
			step: Step;
			rule: string;
			reason: Sealed | null;
			state: MeasureState;
			hides: Generated<boolean>;
			everywhere: Generated<boolean>;
			decided_by: PersonId | null;
			seconded_by: PersonId | null;
			decided_at: Date;
			ends_at: Date | null;
			over_at: Date | null;
			appealed_at: Date | null;
			appeal: Sealed | null;
			appeal_case: CaseId | null;
			judged_by: PersonId | null;
			judged_at: Date | null;
			verdict: Verdict | null;
			answer: Sealed | null;
		};
		measure_effect: { measure_id: MeasureId; kind: EffectKind; what: string; was: Was };
		second_look: { id: LookId; measure_id: MeasureId; drawn_at: Date };
		second_judgement: { look_id: LookId; judge_id: PersonId | null; step: Judgement; judged_at: Date };
		risk_review: { one: Generated<true>; reviewed_on: string };
		sums_shown: { one: Generated<true>; to_everybody: boolean };
	}
}
