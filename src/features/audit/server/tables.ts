import type { Generated } from 'kysely';
import type { PersonId } from '#platform/ids.ts';

declare module '#platform/db.ts' {
	interface Tables {
		audit_entry: {
			number: number;
			at: Date;
			kind: string;
			done_by: string | null;
			about: string;
			facts: string;
			digest: Buffer;
		};
		audit_head: { one: Generated<boolean>; number: number; digest: Buffer };
		audit_name: { person_id: PersonId; opening: Buffer; name: string };
		audit_arriving: {
			id: Generated<number>;
			at: Date;
			kind: string;
			done_by: string | null;
			about: string;
			facts: string;
		};
	}
}
