import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';
import type { CircleId } from './circle.ts';

type About = { circleId: CircleId };
const circle = ({ circleId }: About) => `circle:${circleId}`;
const admission = { changesAdmission: true };

export const circleOpened = fact<About>('circles.opened', circle);
export const detailsChanged = fact<About>('circles.details-changed', circle, admission);
export const agreementsChanged = fact<About & { version: number }>('circles.agreements-changed', circle);
export const agreementsAccepted = fact<About & { version: number }>('circles.agreements-accepted', circle);
export const circleRested = fact<About>('circles.rested', circle);
export const circleResumed = fact<About>('circles.resumed', circle);
export const circleClosed = fact<About>('circles.closed', circle, admission);

export const seatAsked = fact<About & { personId: PersonId }>('circles.seat-asked', circle);
export const seatDeclined = fact<About & { personId: PersonId }>('circles.seat-declined', circle);
export const seatTaken = fact<About & { personId: PersonId }>('circles.seat-taken', circle);
export const seatOffered = fact<About & { personId: PersonId }>('circles.seat-offered', circle);
export const seatOfferEnded = fact<About & { personId: PersonId }>('circles.seat-offer-ended', circle);
export const seatLeft = fact<About & { personId: PersonId }>('circles.seat-left', circle, admission);
export const observingBegun = fact<About & { personId: PersonId }>('circles.observing-begun', circle);
export const observingEnded = fact<About & { personId: PersonId }>(
	'circles.observing-ended',
	circle,
	admission,
);
export const askedToPause = fact<About & { personId: PersonId }>('circles.asked-to-pause', circle);
export const hostingHandedOver = fact<About & { personId: PersonId }>('circles.hosting-handed-over', circle);

export const meetingsCalled = fact<About>('circles.meetings-called', circle);
export const meetingCalledOff = fact<About & { meetingId: string }>('circles.meeting-called-off', circle);
