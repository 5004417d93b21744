import { fact } from '#platform/event.ts';
import type { AskId, OfferId } from './ask.ts';
import type { BookingId, PairingId } from './pairing.ts';

type About = { pairingId: PairingId };
type Session = About & { bookingId: BookingId };
const pairing = ({ pairingId }: About) => `pairing:${pairingId}`;

export const paired = fact<About>('pairings.paired', pairing);
export const pairingEnded = fact<About>('pairings.ended', pairing);
export const sessionBooked = fact<Session>('pairings.session-booked', pairing);
export const sessionMoved = fact<Session>('pairings.session-moved', pairing);
export const sessionCalledOff = fact<Session>('pairings.session-called-off', pairing);

type Asking = { askId: AskId };
const ask = ({ askId }: Asking) => `ask:${askId}`;

export const asked = fact<Asking>('pairings.asked', ask);
export const askLeft = fact<Asking>('pairings.ask-left', ask);
export const offered = fact<Asking & { offerId: OfferId }>('pairings.offered', ask);
export const offerAnswered = fact<Asking & { offerId: OfferId; answer: 'yes' | 'no' }>(
	'pairings.offer-answered',
	ask,
);
