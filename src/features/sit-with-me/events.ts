import type { PairingId } from '#features/pairings/pairing.ts';
import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';
import type { NowAskId } from './waiting.ts';

type Asking = { askId: NowAskId };
const wait = ({ askId }: Asking) => `wait:${askId}`;

export const askedNow = fact<Asking>('sit-with-me.asked', wait);
/** They left. There is nothing to watch any more. */
export const leftNow = fact<Asking>('sit-with-me.left', wait, { changesAdmission: true });
/** Nobody came in time. */
export const nobodyCame = fact<Asking>('sit-with-me.nobody-came', wait);
/** “I see you.” */
export const noticed = fact<Asking>('sit-with-me.noticed', wait);
/** Somebody is with them. */
export const came = fact<Asking & { pairingId: PairingId }>('sit-with-me.came', wait);

type Someone = { personId: PersonId };
const supporter = ({ personId }: Someone) => `here:${personId}`;

export const hereBegun = fact<Someone>('sit-with-me.here-begun', supporter);
export const hereEnded = fact<Someone>('sit-with-me.here-ended', supporter);

export const waitLimited = fact<Record<string, never>>('sit-with-me.wait-limited', () => 'talks-limits');
