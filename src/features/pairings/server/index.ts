/** The door of pairings: what other features, routes and the composition may use. */
import type { AnyJob, Reaction } from '#platform/job.ts';
import { sessionCalledOff, sessionMoved } from '../events.ts';
import { offerFreeSlots } from './offer-free-slots.ts';
import { whenBlocked } from './pair.ts';
import { remindOfSessions } from './remind.ts';
import './tables.ts';
import { reactions as tellOther } from './tell-other.ts';

export { confirmSlot, holdSlot, moveSession } from './book.ts';
export { bookSeries, planSeries } from './book-series.ts';
export { callOffAll, callOffSession } from './call-off.ts';
export { carryingOf, carryingStill } from './carrying.ts';
export { endpoints } from './endpoints.ts';
export { openingsOf } from './openings.ts';
export { endPairing, openPairingOf, pair } from './pair.ts';
export { personal } from './personal.ts';
export { placesIn } from './place.ts';
export { pairingById, pairingsOf, pairingsOfPerson } from './queries.ts';
export {
	appointmentOf,
	calledOffIn,
	heldBy,
	sessionIn,
	sessionNear,
	sessionsBefore,
	sessionsOf,
	talksHeldBy,
	timesFor,
} from './sessions.ts';
export { actorStill, standingIn } from './standing.ts';
export { stewarded } from './stewarded.ts';
export { sessionTopic, stirSession } from './stir.ts';
export { answerQuietly, pairingHome, readSoFar, say, sayDifferently } from './talk.ts';
export { waitForSlot, waitNoLonger, waitsOf } from './wait-for-slot.ts';

export const jobs: readonly AnyJob[] = [remindOfSessions, offerFreeSlots];

export const reactions: readonly Reaction[] = [
	...tellOther,
	whenBlocked,
	{ factName: sessionCalledOff.factName, job: offerFreeSlots },
	{ factName: sessionMoved.factName, job: offerFreeSlots },
];
