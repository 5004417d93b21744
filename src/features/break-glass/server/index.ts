/** The door of break-glass: for the desk’s pages, for the pages of talks, and the composition. */
import type { AnyJob } from '#platform/job.ts';
import './tables.ts';
import { tellLater } from './tell.ts';

export { answerLook } from './answer.ts';
export { askToLook } from './ask.ts';
export { endLook } from './end.ts';
export { personal } from './personal.ts';
export { looksFor, looksHere, reasonFor, toldTo, whoAndWhere } from './queries.ts';
export { readTalk, seeWhoItIs } from './read.ts';
export { standingIn, standingOf } from './standing.ts';
export { talkOf } from './talk-of.ts';

export const jobs: readonly AnyJob[] = [tellLater];
