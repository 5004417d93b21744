import type { GeneratedAlways } from 'kysely';
import type { FeedId, ListingId } from '../events.ts';
import type { Day } from '../meeting.ts';
import type { TypeCode } from '../types.ts';

declare module '#platform/db.ts' {
	interface Tables {
		feed: { id: FeedId; slug: string; source: string; zone: string | null; changed_at: Date };
		listing: {
			id: ListingId;
			feed_id: FeedId;
			slug: string;
			name: string;
			days: readonly Day[];
			/** `19:00:00` */
			local_time: string | null;
			minutes: number | null;
			zone: string | null;
			types: readonly TypeCode[];
			group_name: string | null;
			place: string | null;
			place_notes: string | null;
			address: string | null;
			region: string | null;
			in_person: boolean;
			online_url: string | null;
			online_notes: string | null;
			phone: string | null;
			phone_notes: string | null;
			notes: string | null;
			website: string | null;
			list_updated_at: Date | null;
			online: GeneratedAlways<boolean>;
			search: GeneratedAlways<string>;
		};
	}
}
