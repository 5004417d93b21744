import type { AliasId } from '#features/conversations/conversation.ts';
import type { CaseId } from '#features/desk/case.ts';
import type { MessageId } from '#features/conversations/message.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import type { CardAnswer, CardId, CardKind } from '../card.ts';

declare module '#platform/db.ts' {
	interface Tables {
		card: {
			id: CardId;
			alias_id: AliasId;
			message_id: MessageId;
			kind: CardKind;
			answer: CardAnswer | null;
			case_id: CaseId | null;
			made_at: Date;
		};
		contact: { person_id: PersonId; with_id: PersonId; begun_at: Date; answered_at: Date | null };
		arriving: { digest: Buffer; company: CompanyId; ends_at: Date };
		arrival: { person_id: PersonId; company: CompanyId; forget_on: string };
		tuning: { name: string; value: number };
	}
}

/** People who came within one hour from one network. */
export type CompanyId = Id<'company'>;
