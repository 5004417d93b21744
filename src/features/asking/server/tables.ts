import type { Generated } from 'kysely';
import type { PairingId } from '#features/pairings/pairing.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { AskId, AskState, Help, OfferId, TaskId, Way } from '../ask.ts';

declare module '#platform/db.ts' {
	interface Tables {
		ask: {
			id: AskId;
			person_id: PersonId;
			help: Help;
			language: string;
			words: Sealed;
			state: Generated<AskState>;
			asked_at: Date;
			ended_at: Date | null;
			pairing_id: PairingId | null;
			way: Generated<Way>;
			bend_asked_at: Date | null;
			handed_at: Date | null;
		};
		offer: {
			id: OfferId;
			ask_id: AskId;
			supporter_id: PersonId;
			state: Generated<'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn'>;
			made_at: Date;
			until: Date;
			told_from: Date;
			named: Generated<boolean>;
		};
		what_fits: { person_id: PersonId; words: Sealed; told_at: Date };
		tried_another: {
			pairing_id: PairingId;
			member_id: PersonId;
			supporter_id: PersonId;
			told: boolean;
			at: Date;
		};
		asking_task: {
			id: TaskId;
			kind: 'unmatched' | 'handed-over';
			ask_id: AskId | null;
			pairing_id: PairingId | null;
			made_at: Date;
			settled_at: Date | null;
			settled_by: PersonId | null;
		};
		matching_run: {
			id: Id<'matching-run'>;
			at: Date;
			waiting: number;
			put: number;
			worth: number;
			bound: number;
			scarce: readonly string[];
		};
		matching_price: { supporter_id: PersonId; price: number };
	}
}
