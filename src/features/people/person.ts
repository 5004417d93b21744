import type { Id, PersonId } from '#platform/ids.ts';

export type SessionId = Id<'session'>;
/** Until when somebody is shut out who is so for good. */
export const FOR_GOOD = new Date('9999-01-01T00:00:00Z');

export type PasskeyId = Id<'passkey'>;

/** Adults by default; bands never meet. A band is asked for, never a birth date. */
export type AgeBand = 'adult' | '13-17' | '16-25';

/** What a person looks after for the organisation, beside being a person. */
export type Duty = (typeof duties)[number];

/** In the order in which they are offered. A supporter is somebody trained to be with others. */
export const duties = ['host', 'supporter', 'steward', 'coordinator'] as const;

/** Whoever is looking, as rules need them. */
export interface Viewer {
	id: PersonId;
	ageBand: AgeBand;
	duties: readonly Duty[];
}

/** How things are shown to one person. */
export interface Settings {
	/** One of the languages there are. */
	locale: string;
	/** IANA. */
	zone: string;
	theme: 'system' | 'light' | 'dark';
	/** Neutral title, icon and addresses. */
	discreet: boolean;
	/** Whether they are shown who is writing, and others who have this too are shown that they are. */
	writingHints: boolean;
	/** ISO 3166-1, if they have said where they are: for the help lines there. */
	country: string | null;
}

/** The person signed in, as every page needs them. */
export interface SignedIn extends Viewer, Settings {
	nickname: string;
	/** Until when they are shut out of everything but what concerns themselves alone; null for everybody else. */
	shutOutUntil: Date | null;
	session: {
		id: SessionId;
		digest: Buffer;
		sharedDevice: boolean;
		/** Whether they have shown who they are just now, so that they may do what cannot be undone. */
		fresh: boolean;
		/** When it ends, unless it is kept going. */
		endsAt: Date;
		/** Whether it is time to keep it going: see `renewSession`. */
		toRenew: boolean;
	};
}
