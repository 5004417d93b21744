import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';
import type { RoomId } from './room.ts';

type About = { roomId: RoomId };
type Whose = About & { personId: PersonId };
const room = ({ roomId }: About) => `room:${roomId}`;
const admission = { changesAdmission: true };

/*
 * That somebody came into a room, or left it, is no fact: it would be a “last seen” for ever. What holders do is.
 */

export const roomMade = fact<About>('rooms.made', room);
export const detailsChanged = fact<About>('rooms.details-changed', room, admission);
export const agreementsChanged = fact<About & { version: number }>('rooms.agreements-changed', room);
export const limitsChanged = fact<Record<string, never>>('rooms.limits-changed', () => 'organisation');

export const doorOpened = fact<About>('rooms.door-opened', room);
export const closingSoon = fact<About>('rooms.closing-soon', room);
export const doorClosed = fact<About>('rooms.door-closed', room, admission);

export const holdBegun = fact<Whose>('rooms.hold-begun', room);
export const handedOver = fact<Whose>('rooms.handed-over', room);
export const holdLapsed = fact<Whose>('rooms.hold-lapsed', room);
export const shutAtOnce = fact<About>('rooms.shut-at-once', room);
export const shutLifted = fact<About>('rooms.shut-lifted', room);

export const someoneNeeded = fact<About & { callId: string }>('rooms.someone-needed', room);
export const someoneComing = fact<About & { callId: string }>('rooms.someone-coming', room);
export const askedToPause = fact<Whose & { minutes: number }>('rooms.asked-to-pause', room);
export const slowedDown = fact<About & { seconds: number }>('rooms.slowed-down', room);
