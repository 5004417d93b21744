import type { Id, PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { Look } from '../wishes.ts';

declare module '#platform/db.ts' {
	interface Tables {
		wishes: { person_id: PersonId; supporter_may: boolean; stewards_may: boolean };
		wishes_version: { person_id: PersonId; number: number; words: Sealed; written_at: Date };
		wishes_look: {
			id: Id<'wishes-look'>;
			owner_id: PersonId;
			looked_by: PersonId | null;
			at: Date;
			ground: Look['ground'];
			about: Id<string>;
		};
	}
}
