import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';
import type { MeasureId, Step, Verdict } from './ladder.ts';

type About = { measureId: MeasureId };
const measure = ({ measureId }: About) => `measure:${measureId}`;

export const measureProposed = fact<About & { step: Step }>('ladder.proposed', measure);
export const measureDropped = fact<About>('ladder.dropped', measure);
export const measureImposed = fact<About & { step: Step; personId: PersonId }>('ladder.imposed', measure);
export const measureEnded = fact<About>('ladder.ended', measure);
export const measureLifted = fact<About>('ladder.lifted', measure);
export const appealed = fact<About>('ladder.appealed', measure);
export const appealJudged = fact<About & { verdict: Verdict }>('ladder.appeal-judged', measure);

export const rulesChanged = fact<Record<string, never>>('ladder.rules-changed', () => 'organisation');
export const sumsShown = fact<Record<string, never>>('ladder.sums-shown', () => 'organisation');
export const riskReviewed = fact<Record<string, never>>('ladder.risk-reviewed', () => 'organisation');
export const judgedAgain = fact<{ lookId: string }>(
	'ladder.judged-again',
	({ lookId }) => `second-look:${lookId}`,
);
