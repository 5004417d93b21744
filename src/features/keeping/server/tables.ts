import type { ListingId, ServiceBodyId } from '#features/directory/events.ts';
import type { Said } from '#features/directory/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Sealed } from '#platform/seal.ts';
import type { ProposalId, RemarkId, Role, WhatChanged } from '../keeping.ts';

declare module '#platform/db.ts' {
	interface Tables {
		body_role: { service_body_id: ServiceBodyId; person_id: PersonId; role: Role; given_at: Date };
		proposal: {
			id: ProposalId;
			service_body_id: ServiceBodyId;
			listing_id: ListingId | null;
			on_revision: number | null;
			says: Said;
			word: Sealed | null;
			made_by: PersonId | null;
			made_at: Date;
			answer: 'approved' | 'declined' | null;
			answered_at: Date | null;
			answered_by: PersonId | null;
			because: Sealed | null;
		};
		remark: {
			id: RemarkId;
			listing_id: ListingId;
			service_body_id: ServiceBodyId;
			what: WhatChanged;
			words: Sealed | null;
			made_at: Date;
			answered_at: Date | null;
		};
		confirmation_link: {
			digest: Buffer;
			listing_id: ListingId;
			made_by: PersonId | null;
			made_at: Date;
			ends_at: Date;
		};
	}
}
