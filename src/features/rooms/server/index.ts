/** The door of rooms: what other features and the composition may use. */
import { dutyTaken } from '#features/people/server/index.ts';
import { shiftCalledOff, shiftGivenUp, shiftTaken } from '#features/rota/server/index.ts';
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import type { Topic } from '#platform/topic.ts';
import { forgetOldMessages } from './forget-old-messages.ts';
import { letGo } from './let-go.ts';
import { whenBlocked } from './let-apart.ts';
import './tables.ts';
import { tellDoorAgain, tellDoors } from './tell-door.ts';
import { tellOpening } from './tell-opening.ts';
import { deskTopic, doorTopic, roomsTopic } from './topics.ts';

export { endpoints } from './endpoints.ts';
export { asideHome } from './asides.ts';
export { roomsHeldNow } from './held-now.ts';
export { roomHome } from './home.ts';
export { listable } from './listable.ts';
export { openRoom } from './open-room.ts';
export { personal } from './personal.ts';
export { roomsFor } from './queries.ts';
export { stewarded } from './stewarded.ts';
export { roomReportable } from './reportable.ts';

export const jobs: readonly AnyJob[] = [tellDoorAgain, tellDoors, forgetOldMessages, letGo, tellOpening];

export const reactions: readonly Reaction[] = [
	on(dutyTaken, letGo),
	on(shiftTaken, tellOpening),
	on(shiftGivenUp, tellOpening),
	on(shiftCalledOff, tellOpening),
	whenBlocked,
];

export const topics: readonly Topic[] = [doorTopic, deskTopic, roomsTopic];
