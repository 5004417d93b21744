import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Duty } from './person.ts';

const subject = ({ personId }: { personId: PersonId }) => `person:${personId}`;

export const signedUp = fact<{ personId: PersonId }>('people.signed-up', subject);

export const organisationFounded = fact<Record<string, never>>(
	'people.organisation-founded',
	() => 'organisation',
);
export const organisationClaimed = fact<{ personId: PersonId }>(
	'people.organisation-claimed',
	() => 'organisation',
);
export const organisationChanged = fact<Record<string, never>>(
	'people.organisation-changed',
	() => 'organisation',
);

/** The organisation says anew what it does when somebody is in danger. */
export const sentenceChanged = fact<{ changeId: string }>('people.sentence-changed', () => 'organisation');

export const dutyGiven = fact<{ personId: PersonId; duty: Duty }>('people.duty-given', subject);
export const dutyTaken = fact<{ personId: PersonId; duty: Duty }>('people.duty-taken', subject);

export const recovered = fact<{ personId: PersonId }>('people.recovered', subject);
export const passphraseChanged = fact<{ personId: PersonId }>('people.passphrase-changed', subject);
export const passkeyAdded = fact<{ personId: PersonId }>('people.passkey-added', subject);
export const passkeyRemoved = fact<{ personId: PersonId }>('people.passkey-removed', subject);
