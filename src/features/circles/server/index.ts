/** The door of circles: what other features and the composition may use. */
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import { detailsChanged, seatLeft, seatOfferEnded } from '../events.ts';
import './tables.ts';
import { lapseOffers } from './lapse-offers.ts';
import { offerFreeSeats } from './offer-free-seats.ts';
import { remindOfMeetings } from './remind-of-meetings.ts';
import { writeMeetings } from './write-meetings.ts';

export { endpoints } from './endpoints.ts';
export { openCircle } from './open-circle.ts';
export { joinCircle } from './join-circle.ts';
export { circleHome } from './home.ts';
export { listable } from './listable.ts';
export { lendFloor } from './lend-floor.ts';
export { personal } from './personal.ts';
export { meetingNear, meetingsAhead, sittersIn } from './queries.ts';
export { circleReportable } from './reportable.ts';
export { standingIn } from './standing.ts';
export { stewarded } from './stewarded.ts';
export { circlesToSitIn } from './to-sit-in.ts';

export const jobs: readonly AnyJob[] = [offerFreeSeats, lapseOffers, writeMeetings, remindOfMeetings];

export const reactions: readonly Reaction[] = [
	on(seatLeft, offerFreeSeats),
	on(seatOfferEnded, offerFreeSeats),
	on(detailsChanged, offerFreeSeats),
];
