import type { Generated, GeneratedAlways } from 'kysely';
import type { Id, PersonId } from '#platform/ids.ts';
import type { KeyId } from '#platform/vault.ts';
import type { Sealed } from '#platform/seal.ts';
import type { FeedId, ImportId, ListingId, SavedSearchId, ServiceBodyId, SynonymId } from '../events.ts';
import type { AsKept, ChangeKind, Said as Field, Twin } from '../comparing.ts';
import type { FeedBefore, ImportState, Often, Problem } from '../import.ts';
import type { Format } from '../list-formats.ts';
import type { Listing } from '../listing.ts';
import type { LeftOut } from '../rows.ts';
import type { Day } from '../times.ts';
import type { TypeCode } from '../types.ts';
import type { Said } from './columns.ts';

/** How a listing came to say what it says; `itself` is a circle or room that speaks for itself. */
export type ChangedHow = 'list' | 'entered' | 'edited' | 'approved' | 'reverted' | 'itself';

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
			/** Days. */
			ask_every: Generated<number>;
			key_id: KeyId | null;
		};
		feed: {
			id: FeedId;
			service_body_id: ServiceBodyId;
			slug: string;
			source: string;
			zone: string | null;
			changed_at: Date;
			/** When it was last brought in, whether or not it brought anything new. */
			confirmed_at: Date;
			format: Format | null;
			every: Often | null;
			etag: string | null;
			last_modified: string | null;
			looked_at: Date | null;
			problem: Problem | null;
		};
		listed: { listing_id: ListingId; says: AsKept };
		import: {
			id: ImportId;
			feed_id: FeedId | null;
			slug: string;
			source: string;
			zone: string | null;
			format: Format | null;
			state: ImportState;
			content: Buffer | null;
			listings: Buffer | null;
			basis: string | null;
			refusal: Problem | null;
			left_out: Generated<{ rows: readonly LeftOut[] }>;
			rows: Generated<number>;
			added: Generated<number>;
			changed: Generated<number>;
			same: Generated<number>;
			gone: Generated<number>;
			kept: Generated<number>;
			stop: Generated<boolean>;
			feed_before: FeedBefore | null;
			etag: string | null;
			last_modified: string | null;
			made_at: Date;
			done_at: Date | null;
		};
		import_change: {
			import_id: ImportId;
			slug: string;
			change: ChangeKind;
			listing_id: ListingId | null;
			before: AsKept | null;
			after: AsKept | null;
			said_before: AsKept | null;
			says: AsKept | null;
			fields: Generated<readonly Field[]>;
			kept: Generated<readonly Field[]>;
			twins: Generated<{ found: readonly Twin[] }>;
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
			here: Generated<boolean>;
			revision: Generated<number>;
			changed_at: Date;
			changed_how: Generated<ChangedHow>;
			changed_by: PersonId | null;
			confirmed_at: Date | null;
			confirmed_as: 'keeper' | 'group' | null;
			asked_at: Date | null;
			online: GeneratedAlways<boolean>;
		};
		finding: {
			listing_id: ListingId;
			/** A tsvector, as text. */
			terms: string;
			length: number;
			/** Longitude and latitude, as pg reads a point. */
			place: { x: number; y: number } | null;
			welcome: number;
			since: Date;
			told_at: Date;
		};
		coming: {
			listing_id: ListingId;
			wall: Date;
			starts_at: Date | null;
			minutes: number;
			on_readers_clocks: boolean;
			on_own_clocks: boolean;
		};
		vocabulary: { word: string; documents: number; stems: string[]; slips: string[] };
		synonym: { id: SynonymId; phrases: string[]; stems: string[]; changed_at: Date };
		populated_place: {
			name: string;
			folded: string;
			country: string;
			division: string;
			inhabitants: number;
			latitude: number;
			longitude: number;
		};
		saved_search: {
			id: SavedSearchId;
			person_id: PersonId;
			sealed: Sealed;
			saved_at: Date;
		};
		listing_version: {
			listing_id: ListingId;
			revision: number;
			service_body_id: ServiceBodyId;
			says: Said;
			since: Date;
			how: ChangedHow;
			by_id: PersonId | null;
			until: Date;
		};
		listing_off: {
			listing_id: ListingId;
			service_body_id: ServiceBodyId;
			feed_id: FeedId | null;
			slug: string;
			says: Said;
			revision: number;
			off_at: Date;
			off_by: PersonId | null;
		};
	}
}
