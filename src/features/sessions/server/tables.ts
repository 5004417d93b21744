import type { Question } from '#features/circle-mode/after.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import type { BookingId, PairingId } from '#features/pairings/pairing.ts';
import type { AgeBand } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { KeyId } from '#platform/vault.ts';
import type { BackupKind } from '../backup.ts';
import type { BackupId } from '../session.ts';

declare module '#platform/db.ts' {
	interface Tables {
		backup: {
			id: BackupId;
			kind: BackupKind;
			pairing_id: PairingId | null;
			age_band: AgeBand;
			asked_by: PersonId | null;
			asked_at: Date;
			lapses_at: Date;
			comer_id: PersonId | null;
			came_at: Date | null;
			ended_at: Date | null;
		};
		shared_note: { pairing_id: PairingId; key_id: KeyId };
		shared_note_version: {
			pairing_id: PairingId;
			number: number;
			words: Sealed;
			alias_id: AliasId | null;
			written_at: Date;
		};
		session_after: { booking_id: BookingId; person_id: PersonId; words: Sealed };
		session_count: { day: string; question: Question; answer: number; count: number };
		not_met: { booking_id: BookingId; said_by: PersonId | null };
		mentoring: {
			pairing_id: PairingId;
			proposed_by: PersonId | null;
			/** A day, `2027-01-31`. */
			review_on: string;
			agreed_at: Date | null;
			told_at: Date | null;
		};
	}
}
