/** The door of the ladder: what other features, routes and the composition may use. */
import type { AnyJob } from '#platform/job.ts';
import { endMeasures } from './end-measures.ts';
import { drawSecondLooks } from './second-looks.ts';
import './tables.ts';

export { appeal, judge } from './appeal.ts';
export { drop, groundOf, impose, second } from './impose.ts';
export { lift } from './lift.ts';
export { personal } from './personal.ts';
export {
	historyOf,
	isSuspended,
	measureById,
	measuresAbout,
	measuresIn,
	measuresOn,
	readsIn,
	wordsOf,
} from './queries.ts';
export { assessment, reviewRisk } from './risk.ts';
export { addRule, changeRule, ruleCalled, ruleRows, rulesOf } from './rules.ts';
export { areSumsOpen, showSums, sumsOf } from './sums.ts';
export { consistency, judgeAgain, looksFor } from './second-looks.ts';

export const jobs: readonly AnyJob[] = [endMeasures, drawSecondLooks];
