/** The door of the rota: what other features and the composition may use. A feature keeps the id of its own rota. */
import { dutyTaken } from '#features/people/server/index.ts';
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import { forgetEndedSignUps } from './forget-ended.ts';
import { freeShiftsWithoutDuty } from './free-shifts.ts';
import './tables.ts';
import { writeShifts } from './write-shifts.ts';

export { shiftBlockable } from './blockable.ts';
export {
	patternEnded,
	patternMade,
	rotaChanged,
	shiftCalledOff,
	shiftGivenUp,
	shiftTaken,
} from '../events.ts';
export { changeRota } from './change-rota.ts';
export { closeRota, makeRota, openRota } from './open-rota.ts';
export { isOnAnyShift, isOnShift, nextShifts, onShiftNow, shiftsHeldWith } from './on-shift.ts';
export { personal } from './personal.ts';

export const jobs: readonly AnyJob[] = [writeShifts, freeShiftsWithoutDuty, forgetEndedSignUps];

export const reactions: readonly Reaction[] = [on(dutyTaken, freeShiftsWithoutDuty)];
