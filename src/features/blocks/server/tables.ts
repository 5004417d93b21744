import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { BlockId } from '../block.ts';

declare module '#platform/db.ts' {
	interface Tables {
		/** Whoever lists people asks `notBetween`, which reads this. */
		block: {
			id: BlockId;
			blocker_id: PersonId;
			blocked_id: PersonId;
			known_as: Sealed | null;
			known_in: Sealed | null;
			since: Date;
		};
	}
}
