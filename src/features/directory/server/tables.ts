import type { Generated, GeneratedAlways } from 'kysely';
import type { Id } from '#platform/ids.ts';
import type { FeedId, ListingId, ServiceBodyId } from '../events.ts';
import type { Listing } from '../listing.ts';
import type { Day } from '../times.ts';
import type { TypeCode } from '../types.ts';

declare module '#platform/db.ts' {
	interface Tables {
		service_body: {
			id: ServiceBodyId;
			slug: string;
			name: string;
			about: string | null;
			website: string | null;
			zone: string | null;
			made_at: Date;
		};
		feed: {
			id: FeedId;
			service_body_id: ServiceBodyId;
			slug: string;
			source: string;
			zone: string | null;
			changed_at: Date;
		};
		listing: {
			id: ListingId;
			/** Null for circles and rooms. */
			service_body_id: ServiceBodyId | null;
			/** The list that brings it in; null when it was entered here. */
			feed_id: FeedId | null;
			/** The circle or room that it tells of. */
			subject_id: Id<'circle'> | Id<'room'> | null;
			kind: Generated<Listing['kind']>;
			about: string | null;
			topics: Generated<readonly string[]>;
			languages: Generated<readonly string[]>;
			form: Generated<Listing['form']>;
			structure: Listing['structure'];
			access: Generated<Listing['access']>;
			cost: string | null;
			age_band: Generated<Listing['ageBand']>;
			identity: string | null;
			observers_welcome: boolean | null;
			newcomers_welcome: boolean | null;
			size: number | null;
			joining: string | null;
			times: Generated<readonly string[]>;
			postcode: string | null;
			country: string | null;
			latitude: number | null;
			longitude: number | null;
			coarse: Generated<boolean>;
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
