/** The door of asking: what other features, routes and the composition may use. */
import type { AnyJob, Reaction } from '#platform/job.ts';
import { lapseCard, putToNext } from './cards.ts';
import { handingOver } from './hand-over.ts';
import { whenBlocked } from './let-apart.ts';
import { lookAfter } from './look-after.ts';
import { matchWaiting } from './match-waiting.ts';
import './tables.ts';

export { cardBlockable } from './blockable.ts';
export { acceptOffer, declineOffer } from './answer.ts';
export { askDirectly, askWhoeverFits, leaveLine } from './ask.ts';
export { cardBetween } from './card.ts';
export { endpoints } from './endpoints.ts';
export { openTasks, runsLately, waitingNow, whyNotWith } from './desk.ts';
export { avoid, fitOf, fitToBeginWith, knownTo, letBend, tellWhatFits, wishable } from './fit.ts';
export { openingsFor } from './openings.ts';
export { personal } from './personal.ts';
export { putTo } from './put-to.ts';
export { cardsFor, waitingFor } from './queries.ts';
export { suggestionsFor } from './suggest.ts';
export { settleTask } from './tasks.ts';
export { isToldOfAnother, tryAnother } from './try-another.ts';

export const jobs: readonly AnyJob[] = [lapseCard, lookAfter, matchWaiting, putToNext];
export const reactions: readonly Reaction[] = [...handingOver, whenBlocked];
