/** The door of circle mode: what other features and the composition may use. */
import { circleClosed, circleRested } from '#features/circles/events.ts';
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import './tables.ts';
import { endAtRest } from './end-at-rest.ts';
import { endDeserted, forgetEnded } from './let-go.ts';

export { personal } from './personal.ts';
export { sittingTopic } from './topic.ts';

export const jobs: readonly AnyJob[] = [endDeserted, endAtRest, forgetEnded];

export const reactions: readonly Reaction[] = [on(circleRested, endAtRest), on(circleClosed, endAtRest)];
