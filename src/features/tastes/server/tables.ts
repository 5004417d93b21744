import type { Sealed } from '#platform/seal.ts';
import type { KeyId } from '#platform/vault.ts';
import type { NeedFormat, NeedTime, NeedTopic, UnmetNeedId } from '../need.ts';

declare module '#platform/db.ts' {
	interface Tables {
		unmet_need: {
			id: UnmetNeedId;
			topic: NeedTopic;
			language: string;
			at_time: NeedTime;
			format: NeedFormat;
			words: Sealed | null;
			key_id: KeyId | null;
			/** A day, `2026-11-22`: nobody needs to know it more closely. */
			made_on: string;
		};
	}
}
