import type { PairingId } from '#features/pairings/pairing.ts';
import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';
import type { AskId, OfferId } from './ask.ts';

type Asking = { askId: AskId };
const ask = ({ askId }: Asking) => `ask:${askId}`;
type Card = Asking & { offerId: OfferId };

export const asked = fact<Asking>('asking.asked', ask);
export const askLeft = fact<Asking>('asking.ask-left', ask);
export const offered = fact<Card>('asking.offered', ask);
export const offerAnswered = fact<Card & { answer: 'yes' | 'no' }>('asking.offer-answered', ask);
export const cardLapsed = fact<Card>('asking.card-lapsed', ask);

/** A day has passed, and the asker is asked which wish may bend. */
export const bendAsked = fact<Asking>('asking.bend-asked', ask);
/** Two days have passed, and a coordinator is asked to look. */
export const askHandedOn = fact<Asking>('asking.handed-on', ask);

export const fitTold = fact<{ personId: PersonId }>(
	'asking.fit-told',
	({ personId }) => `person:${personId}`,
);

type Talk = { pairingId: PairingId };
const talk = ({ pairingId }: Talk) => `pairing:${pairingId}`;

/** A supporter stopped being one, and a coordinator is asked to look after whom they were with. */
export const talkHandedOver = fact<Talk>('asking.talk-handed-over', talk);
export const anotherTried = fact<Talk>('asking.another-tried', talk);
