import type { Generated } from 'kysely';
import type { Calm } from '#features/attention/raid.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { KeyId } from '#platform/vault.ts';
import type { AliasId, ConversationId, Kind } from '../conversation.ts';
import type { HidingReason, MessageId, Resonance } from '../message.ts';

declare module '#platform/db.ts' {
	interface Tables {
		conversation: {
			id: ConversationId;
			kind: Kind;
			last_place: number;
			last_change: number;
			calm: Calm | null;
			calm_since: Date | null;
		};
		/** Whoever has a conversation may join this table in its own queries, to say who sits or stands there. */
		alias: {
			id: AliasId;
			conversation_id: ConversationId;
			person_id: PersonId | null;
			name: string;
			name_key: string | null;
			key_id: KeyId | null;
			accepted_version: number;
		};
		message: {
			id: MessageId;
			conversation_id: ConversationId;
			place: number;
			change: number;
			alias_id: AliasId;
			client_id: string;
			body: Sealed | null;
			content_note: Sealed | null;
			/** What opens the commitment in the frank; it goes with the words. */
			opening: Sealed | null;
			/** A commitment to the words, and the server’s mark over it. */
			frank: Buffer | null;
			reply_to: number | null;
			posted_at: Date;
			edited_at: Date | null;
			removed_at: Date | null;
			hidden_at: Date | null;
			hidden_because: HidingReason | null;
			withheld_at: Date | null;
		};
		/** What waits to be read before it is said. */
		held_message: {
			id: MessageId;
			alias_id: AliasId;
			client_id: string;
			body: Sealed;
			content_note: Sealed | null;
			reply_to: number | null;
			held_at: Date;
			declined_at: Date | null;
		};
		frank_key: { one: Generated<boolean>; key_id: KeyId };
		/** The place, as decimal digits under the key of the alias. */
		reading: { alias_id: AliasId; place: Sealed };
		kept_out: { conversation_id: ConversationId; person_id: PersonId; until: Date | null };
		resonance: { message_id: MessageId; alias_id: AliasId; kind: Resonance };
	}
}
