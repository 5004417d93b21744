/** The door of tastes: what routes and the composition may use. */
import type { AnyJob } from '#platform/job.ts';
import { forgetNeeds } from './forget-needs.ts';
import './tables.ts';

export { askForGroup } from './ask-for-group.ts';
export { candidatesFor } from './candidates.ts';
export { greeterFor } from './greeter.ts';
export { needsCounted, wordsOfNeeds } from './needs.ts';
export { mayAskFrom } from './pace.ts';

export const jobs: readonly AnyJob[] = [forgetNeeds];
