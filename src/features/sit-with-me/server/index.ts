/** The door of sitting with somebody now: what routes, other features and the composition may use. */
import { pairingEnded } from '#features/pairings/events.ts';
import { dutyTaken } from '#features/people/server/index.ts';
import { supporterChanged } from '#features/supporters/events.ts';
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import type { Topic } from '#platform/topic.ts';
import { freeAfter, letGo, letRest, lookAround } from './look-around.ts';
import './tables.ts';
import { talksTopic, waitTopic } from './topics.ts';

export { waitingBlockable } from './blockable.ts';
export { askAgain, askNow } from './ask.ts';
export { beHere, freeAgain, stillHere, stopBeingHere } from './be-here.ts';
export { beWith, notice } from './come.ts';
export { endpoints } from './endpoints.ts';
export { leaveWait } from './leave.ts';
export { limitWait } from './limit-wait.ts';
export { personal } from './personal.ts';
export { cameTo, cardOf, cardsWaiting, howItIs, isSitting, myBeingHere, myWait } from './queries.ts';
export { waitMinutes } from './standing.ts';
export { talksChange } from './tell.ts';

export const jobs: readonly AnyJob[] = [lookAround, letGo, letRest, freeAfter];

export const reactions: readonly Reaction[] = [
	on(dutyTaken, letGo),
	on(supporterChanged, letRest),
	on(pairingEnded, freeAfter),
];

export const topics: readonly Topic[] = [talksTopic, waitTopic];
