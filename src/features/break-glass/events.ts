import type { CaseId } from '#features/desk/case.ts';
import { fact } from '#platform/event.ts';
import type { LookId } from './look.ts';

type About = { lookId: LookId; caseId: CaseId };
const one = ({ lookId }: About) => `look:${lookId}`;

export const lookAsked = fact<About>('break-glass.asked', one);
export const lookGranted = fact<About>('break-glass.granted', one);
export const lookRefused = fact<About>('break-glass.refused', one);
export const lookEnded = fact<About>('break-glass.ended', one);
