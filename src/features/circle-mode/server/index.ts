/** The door of circle mode: what other features and the composition may use. */
import type { AnyJob } from '#platform/job.ts';
import './tables.ts';
import { endDeserted, forgetEnded } from './let-go.ts';

export { personal } from './personal.ts';
export { sittingTopic } from './topic.ts';

export const jobs: readonly AnyJob[] = [endDeserted, forgetEnded];
