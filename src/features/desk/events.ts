import { fact } from '#platform/event.ts';
import type { CaseId, Outcome } from './case.ts';

type About = { caseId: CaseId };
/** Nobody watches a case itself; the list of the desk has a topic of its own. */
const one = ({ caseId }: About) => `case:${caseId}`;

export const caseOpened = fact<About & { tier: number }>('desk.case-opened', one);
export const dangerRaised = fact<About & { tier: number }>('desk.danger-raised', one);
export const caseTaken = fact<About>('desk.case-taken', one);
export const secondAsked = fact<About>('desk.second-asked', one);
export const secondCame = fact<About>('desk.second-came', one);
export const caseHandedOver = fact<About>('desk.case-handed-over', one);
export const caseSettled = fact<About & { outcome: Outcome }>('desk.case-settled', one);
