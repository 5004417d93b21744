import type { CaseId } from '#features/desk/case.ts';
import type { Id, PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';
import { after, days } from '#platform/time.ts';

export type MeasureId = Id<'measure'>;

/**
 * The ladder, from the lowest step to the highest. A word: somebody talks to them, and nothing else happens. Hidden: what they
 * said is out of sight. Paused: they listen, in that place or everywhere. Removed: out of one circle or room. Suspended: out
 * of everything until a date. Banned: for good.
 */
export const steps = ['word', 'hidden', 'paused', 'removed', 'suspended', 'banned'] as const;
export type Step = (typeof steps)[number];

/**
 * Proposed: it waits for a second person, and does nothing yet. Standing: it holds. Ended: by itself, at its date. Lifted:
 * stewards thought better of it. Overturned: on appeal. Dropped: nobody seconded it.
 */
export type MeasureState = 'proposed' | 'standing' | 'ended' | 'lifted' | 'overturned' | 'dropped';

/** One thing decided about one person. */
export interface Measure {
	id: MeasureId;
	caseId: CaseId;
	/** Null once they have erased themselves. */
	subjectId: PersonId | null;
	/** What it is about, as a reportable names it: `message:0198…`. */
	about: string;
	step: Step;
	/** Which of the organisation’s rules. */
	rule: string;
	state: MeasureState;
	decidedBy: PersonId | null;
	secondedBy: PersonId | null;
	decidedAt: Date;
	/** Null where it has no end. */
	endsAt: Date | null;
	appealedAt: Date | null;
	judgedAt: Date | null;
}

/** What stands behind a case, as far as the ladder needs to know. */
export interface Ground {
	subjectId: PersonId | null;
	reporterIds: readonly PersonId[];
	/** Who works on it: whoever has taken it, and the second person. */
	heldBy: readonly (PersonId | null)[];
	/** Whether it is still open. */
	open: boolean;
	/** Whether the thing itself can be hidden. */
	hideable: boolean;
	/** Whether it happened in a place that people can be taken out of. */
	placed: boolean;
}

/** Shutting somebody out of everything takes two. */
export const needsSecond = (step: Step): boolean => step === 'suspended' || step === 'banned';

/** Which steps can be taken at all about this thing. */
export const stepsFor = ({ hideable, placed }: Pick<Ground, 'hideable' | 'placed'>): Step[] =>
	steps.filter((step) => (step === 'hidden' ? hideable : step === 'removed' ? placed : true));

/** How long a measure may last, in days; null is without an end. */
export const lengths = ['1', '3', '7', '30', '90', 'none'] as const;
export type Length = (typeof lengths)[number];

/** When it ends. What would otherwise be a ban by another name needs an end; a word, hiding and a ban have none. */
export function endOf(
	step: Step,
	length: Length,
	now: Date,
): { endsAt: Date | null } | Refused<'end-needed'> {
	if (step === 'word' || step === 'hidden' || step === 'banned') return { endsAt: null };
	if (length === 'none') return step === 'removed' ? { endsAt: null } : refuse('end-needed');
	return { endsAt: after(now, days(Number(length))) };
}

export type Verdict = 'upheld' | 'overturned';

/** Whether somebody cannot come in because of it now. */
export const shutsOut = ({ step, state, endsAt }: Pick<Measure, 'step' | 'state' | 'endsAt'>, now: Date) =>
	state === 'standing' && needsSecond(step) && (endsAt === null || endsAt > now);
