/** The door of pairings: what other features, routes and the composition may use. */
import './tables.ts';

export { confirmSlot, holdSlot, moveSession } from './book.ts';
export { callOffAll, callOffSession } from './call-off.ts';
export { carryingOf, carryingStill } from './carrying.ts';
export { openingsOf } from './openings.ts';
export { endPairing, openPairingOf, pair } from './pair.ts';
export { personal } from './personal.ts';
export { pairingById, pairingsOf } from './queries.ts';
export { appointmentOf, calledOffIn, heldBy, sessionsOf, timesFor } from './sessions.ts';
export { standingIn } from './standing.ts';
export { answerQuietly, pairingHome, readSoFar, say, sayDifferently } from './talk.ts';
