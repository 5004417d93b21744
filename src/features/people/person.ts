import type { Id, PersonId } from '#platform/ids.ts';

export type SessionId = Id<'session'>;

/** Adults by default; bands never meet. A band is asked for, never a birth date. */
export type AgeBand = 'adult' | '13-17' | '16-25';

/** What a person looks after for the organisation, beside being a person. */
export type Duty = 'coordinator' | 'steward' | 'host';

/** Whoever is looking, as rules need them. */
export interface Viewer {
	id: PersonId;
	ageBand: AgeBand;
	duties: readonly Duty[];
}

/** The person signed in, as every page needs them. */
export interface SignedIn extends Viewer {
	nickname: string;
	locale: string;
	zone: string;
	theme: 'system' | 'light' | 'dark';
	/** Neutral title, icon and addresses. */
	discreet: boolean;
	session: { id: SessionId; digest: Buffer; sharedDevice: boolean };
}
