import type { PersonId } from '#platform/ids.ts';
import type { Scope, TokenId } from '../token.ts';

declare module '#platform/db.ts' {
	interface Tables {
		token: {
			digest: Buffer;
			id: TokenId;
			person_id: PersonId;
			name: string;
			scopes: Scope[];
			made_on: string;
			ends_at: Date;
		};
	}
}
