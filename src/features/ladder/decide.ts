import type { Viewer } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { needsSecond, type Ground, type Measure, type Step } from './ladder.ts';
import { may } from './policy.ts';

export type CannotDecide =
	| 'not-a-steward'
	| 'about-yourself'
	| 'you-reported-it'
	| 'case-over'
	| 'not-yours'
	| 'nobody-there'
	| 'nothing-to-hide'
	| 'no-place';

/** Decides whether this can be imposed, and whether it holds at once or waits for a second person. */
export function decideMeasure(
	viewer: Viewer | null,
	ground: Ground,
	{ step }: { step: Step },
): { state: 'proposed' | 'standing' } | Refused<CannotDecide> {
	const ruling = may.decide({ viewer, ground });
	if (ruling.refused) return ruling;
	if (!ground.open) return refuse('case-over');
	if (!ground.heldBy.includes(viewer!.id)) return refuse('not-yours');
	if (!ground.subjectId) return refuse('nobody-there');
	if (step === 'hidden' && !ground.hideable) return refuse('nothing-to-hide');
	if (step === 'removed' && !ground.placed) return refuse('no-place');
	return { state: needsSecond(step) ? 'proposed' : 'standing' };
}

/** Whether the second person’s yes makes it hold. */
export function decideSecond(
	viewer: Viewer | null,
	measure: Pick<Measure, 'state' | 'decidedBy' | 'secondedBy' | 'subjectId'>,
): { state: 'standing' } | Refused<'not-a-steward' | 'about-yourself' | 'same-person' | 'not-waiting'> {
	const ruling = may.second({ viewer, measure });
	if (ruling.refused) return ruling;
	return measure.state === 'proposed' ? { state: 'standing' } : refuse('not-waiting');
}

/** An appeal: by whom it concerns, once, also when it is over already, because it stays on record. */
export function decideAppeal(
	{ subjectId, state, appealedAt }: Pick<Measure, 'subjectId' | 'state' | 'appealedAt'>,
	me: PersonId,
): { appealed: true } | Refused<'not-found' | 'appealed-already' | 'taken-back-already'> {
	if (subjectId !== me || state === 'proposed' || state === 'dropped') return refuse('not-found');
	if (appealedAt) return refuse('appealed-already');
	return state === 'standing' || state === 'ended' ? { appealed: true } : refuse('taken-back-already');
}

export function decideJudgement(
	viewer: Viewer | null,
	measure: Measure,
): { judged: true } | Refused<'not-a-steward' | 'about-yourself' | 'you-decided-it' | 'no-appeal'> {
	const ruling = may.judge({ viewer, measure });
	if (ruling.refused) return ruling;
	return measure.appealedAt && !measure.judgedAt ? { judged: true } : refuse('no-appeal');
}
