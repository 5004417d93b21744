import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';
import type { RotaId, ShiftId, ShiftPatternId } from './rota.ts';

type About = { rotaId: RotaId };
type Whose = About & { shiftId: ShiftId; personId: PersonId };
const rota = ({ rotaId }: About) => `rota:${rotaId}`;

export const rotaOpened = fact<About>('rota.opened', rota);
export const rotaChanged = fact<About>('rota.changed', rota);
export const rotaClosed = fact<About>('rota.closed', rota);
export const patternMade = fact<About & { patternId: ShiftPatternId }>('rota.pattern-made', rota);
export const patternEnded = fact<About & { patternId: ShiftPatternId }>('rota.pattern-ended', rota);
export const shiftAdded = fact<About & { shiftId: ShiftId }>('rota.shift-added', rota);
export const shiftCalledOff = fact<About & { shiftId: ShiftId }>('rota.shift-called-off', rota);

/** Every change of who holds a shift is one of these two, or both. */
export const shiftTaken = fact<Whose>('rota.shift-taken', rota);
export const shiftGivenUp = fact<Whose>('rota.shift-given-up', rota);

export const coverAsked = fact<Whose>('rota.cover-asked', rota);
export const swapOffered = fact<Whose & { askedOf: PersonId }>('rota.swap-offered', rota);
export const swapDeclined = fact<Whose & { askedOf: PersonId }>('rota.swap-declined', rota);
export const limitsChanged = fact<Record<string, never>>('rota.limits-changed', () => 'organisation');
