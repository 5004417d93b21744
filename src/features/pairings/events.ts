import { fact } from '#platform/event.ts';
import type { BookingId, PairingId } from './pairing.ts';

type About = { pairingId: PairingId };
type Session = About & { bookingId: BookingId };
const pairing = ({ pairingId }: About) => `pairing:${pairingId}`;

export const paired = fact<About>('pairings.paired', pairing);
export const pairingEnded = fact<About>('pairings.ended', pairing);
export const sessionBooked = fact<Session>('pairings.session-booked', pairing);
export const sessionMoved = fact<Session>('pairings.session-moved', pairing);
export const sessionCalledOff = fact<Session>('pairings.session-called-off', pairing);
