import type { PersonId } from '#platform/ids.ts';
import type { Details } from '../lines.ts';

declare module '#platform/db.ts' {
	interface Tables {
		help_line: {
			id: string;
			country: string;
			details: Details;
			hidden: boolean;
			checked_on: string | null;
			checked_by: PersonId | null;
			expires_on: string | null;
		};
	}
}
