import type { AliasId, ConversationId } from '#features/conversations/conversation.ts';
import type { CaseId } from '#features/desk/case.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { KeyId } from '#platform/vault.ts';
import type { Length, LookId, What } from '../look.ts';

declare module '#platform/db.ts' {
	interface Tables {
		look: {
			id: LookId;
			what: What;
			case_id: CaseId;
			conversation_id: ConversationId;
			alias_id: AliasId | null;
			minutes: Length;
			told_later: boolean;
			reason: Sealed | null;
			key_id: KeyId | null;
			asked_by: PersonId | null;
			asked_at: Date;
			answer: 'yes' | 'no' | null;
			answered_by: PersonId | null;
			answered_at: Date | null;
			until: Date | null;
			ended_at: Date | null;
		};
		look_told: { look_id: LookId; person_id: PersonId; told_at: Date };
	}
}
