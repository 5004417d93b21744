import type { AgeBand } from '#features/people/person.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { KeyId } from '#platform/vault.ts';
import type { Case, CaseId, CaseKind, Tier } from '../case.ts';
import type { Step } from '../paging.ts';

declare module '#platform/db.ts' {
	interface Tables {
		desk_case: {
			id: CaseId;
			about: string;
			kind: CaseKind;
			tier: Tier;
			because: string;
			state: Case['state'];
			subject_id: PersonId | null;
			age_band: AgeBand;
			opened_at: Date;
			tier_since: Date;
			taken_by: PersonId | null;
			taken_at: Date | null;
			second_asked_at: Date | null;
			second_id: PersonId | null;
			second_at: Date | null;
			settled_at: Date | null;
			settled_by: PersonId | null;
			hop_step: Step | null;
			hop_due_at: Date | null;
			withheld_at: Date | null;
			key_id: KeyId | null;
		};
		case_apart: { case_id: CaseId; person_id: PersonId; because: 'raised' | 'decided' };
		case_hop: {
			id: Id<'hop'>;
			case_id: CaseId;
			step: Step;
			person_id: PersonId | null;
			nobody: boolean;
			due_at: Date;
			paged_at: Date;
		};
		case_turn: {
			id: Id<'turn'>;
			case_id: CaseId;
			person_id: PersonId;
			role: 'first' | 'second';
			tier: Tier;
			at: Date;
		};
		case_hand_over: {
			case_id: CaseId;
			words: Sealed;
			from_id: PersonId | null;
			to_id: PersonId | null;
			at: Date;
		};
	}
}
