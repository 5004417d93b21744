import type { Generated } from 'kysely';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { KeyId } from '#platform/vault.ts';
import type { AgeBand, Duty, PasskeyId, SessionId } from '../person.ts';

declare module '#platform/db.ts' {
	interface Tables {
		organisation: {
			one: true;
			name: string;
			age_bands: AgeBand[];
			locale: string;
			crisis_policy: string;
			claim_digest: Buffer | null;
			made_at: Date;
		};
		person: {
			id: PersonId;
			nickname: string;
			nickname_key: string;
			age_band: AgeBand;
			locale: string;
			zone: string;
			theme: 'system' | 'light' | 'dark';
			discreet: boolean;
			writing_hints: Generated<boolean>;
			country: string | null;
			key_id: KeyId;
			passphrase: string | null;
			recovery_digest: Buffer;
			joined_on: string;
			made_up: Generated<boolean>;
			suspended_until: Date | null;
		};
		session: {
			digest: Buffer;
			id: SessionId;
			person_id: PersonId;
			device: string;
			shared_device: boolean;
			begun_on: string;
			ends_at: Date;
			fresh_until: Date | null;
		};
		known_device: { digest: Buffer; person_id: PersonId; forget_on: string };
		passkey: {
			id: PasskeyId;
			person_id: PersonId;
			credential_id: string;
			public_key: Buffer;
			counter: number;
			transports: string[];
			name: string;
			made_on: string;
		};
		passkey_challenge: {
			digest: Buffer;
			person_id: PersonId | null;
			purpose: 'sign-up' | 'sign-in' | 'add';
			ends_at: Date;
		};
		duty: { person_id: PersonId; duty: Duty; given_by: PersonId | null; given_at: Date };
		about: {
			person_id: PersonId;
			kind: 'languages' | 'pronouns' | 'lived' | 'words';
			audience: 'nobody' | 'circles' | 'everyone';
			told: Sealed;
		};
	}
}
