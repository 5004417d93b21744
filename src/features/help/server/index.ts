/** The door of help: for routes and the composition. */
import { sentenceChanged } from '#features/people/server/index.ts';
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import './tables.ts';
import { tellOfSentence } from './tell-of-sentence.ts';

export { addLine, checkLine, correctLine, hideLine } from './keep-lines.ts';
export { personal } from './personal.ts';
export { keptLine, keptLines, linesEverywhere } from './queries.ts';

export const jobs: readonly AnyJob[] = [tellOfSentence];

export const reactions: readonly Reaction[] = [on(sentenceChanged, tellOfSentence)];
