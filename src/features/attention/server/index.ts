/** The door of attention: for conversations, for whoever brings two together, and for the pages that show it. */
import type { AnyJob } from '#platform/job.ts';
import { callDesk } from './call-desk.ts';
import { forgetOld } from './forget-old.ts';
import { lookAtCompany, lookAtSeeker } from './look-at-people.ts';
import './tables.ts';

export { answerCard } from './answer-card.ts';
export { comeFrom, companyOf } from './arrivals.ts';
export { beginContact, contactAnswered } from './begin-contact.ts';
export { dealCard } from './deal-card.ts';
export { dutyFor } from './duty.ts';
export { openPattern } from './look-at-people.ts';
export { noticedAbout } from './noticed.ts';
export { personal } from './personal.ts';
export { cardBefore, cardOf } from './queries.ts';
export { readBeforeDelivery } from './read-before-delivery.ts';
export { patternsOf, setPatterns } from './tuning.ts';

export const jobs: readonly AnyJob[] = [callDesk, lookAtCompany, lookAtSeeker, forgetOld];
