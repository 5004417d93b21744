import { expect, test } from 'vitest';
import type { CaseId } from '#features/desk/case.ts';
import type { Duty, Viewer } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { decideAppeal, decideJudgement, decideMeasure, decideSecond } from './decide.ts';
import { endOf, shutsOut, steps, stepsFor, type Ground, type Measure, type MeasureId } from './ladder.ts';

const now = new Date('2026-11-22T18:00:00Z');
const someone = (name: string, ...duties: Duty[]): Viewer => ({
	id: name as PersonId,
	ageBand: 'adult',
	duties,
});
const [ana, lolo, wren, coco] = [
	someone('ana'),
	someone('lolo', 'steward'),
	someone('wren', 'steward'),
	someone('coco', 'coordinator'),
];
const ground: Ground = {
	...{ subjectId: ana.id, reporterIds: [], heldBy: [lolo.id], open: true, hideable: true, placed: true },
};
const suspended: Measure = {
	...{
		id: 'm' as MeasureId,
		caseId: 'c' as CaseId,
		subjectId: ana.id,
		about: 'message:1',
		step: 'suspended',
		rule: 'care',
	},
	...{ state: 'proposed', decidedBy: lolo.id, secondedBy: null, decidedAt: now, endsAt: after(now, days(7)) },
	...{ appealedAt: null, judgedAt: null },
};

test('who may decide what', () => {
	const asked = (
		viewer: Viewer | null,
		step = 'word' as (typeof steps)[number],
		more: Partial<Ground> = {},
	) => {
		const decided = decideMeasure(viewer, { ...ground, ...more }, { step });
		return 'refused' in decided ? decided.refused : decided.state;
	};
	expect(asked(null)).toBe('not-a-steward');
	expect(asked(ana)).toBe('not-a-steward');
	expect(asked(coco)).toBe('not-a-steward');
	expect(asked(lolo)).toBe('standing');
	expect(asked(wren)).toBe('not-yours');
	expect(asked(lolo, 'word', { subjectId: lolo.id })).toBe('about-yourself');
	expect(asked(lolo, 'word', { reporterIds: [lolo.id] })).toBe('you-reported-it');
	expect(asked(lolo, 'word', { open: false })).toBe('case-over');
	expect(asked(lolo, 'word', { subjectId: null })).toBe('nobody-there');
	expect(asked(lolo, 'hidden', { hideable: false })).toBe('nothing-to-hide');
	expect(asked(lolo, 'removed', { placed: false })).toBe('no-place');
});

test('shutting somebody out takes two, and a coordinator can be the second', () => {
	for (const step of ['suspended', 'banned'] as const)
		expect(decideMeasure(lolo, ground, { step })).toEqual({ state: 'proposed' });
	expect(decideSecond(lolo, suspended)).toEqual({ refused: 'same-person' });
	expect(decideSecond(ana, suspended)).toEqual({ refused: 'not-a-steward' });
	expect(decideSecond(someone('ana', 'steward'), suspended)).toEqual({ refused: 'about-yourself' });
	expect(decideSecond(wren, suspended)).toEqual({ state: 'standing' });
	expect(decideSecond(coco, suspended)).toEqual({ state: 'standing' });
	expect(decideSecond(coco, { ...suspended, state: 'standing' })).toEqual({ refused: 'not-waiting' });
});

test('what shuts somebody out for a time needs an end; a word and a ban have none', () => {
	expect(endOf('suspended', 'none', now)).toEqual({ refused: 'end-needed' });
	expect(endOf('paused', 'none', now)).toEqual({ refused: 'end-needed' });
	expect(endOf('paused', '3', now)).toEqual({ endsAt: after(now, days(3)) });
	expect(endOf('removed', 'none', now)).toEqual({ endsAt: null });
	expect(endOf('banned', '7', now)).toEqual({ endsAt: null });
	expect(endOf('word', '7', now)).toEqual({ endsAt: null });
});

test('only what can be done is offered', () => {
	expect(stepsFor({ hideable: false, placed: false })).toEqual(['word', 'paused', 'suspended', 'banned']);
	expect(stepsFor(ground)).toEqual(steps);
});

test('an appeal is for whom it concerns, and once', () => {
	const standing = { ...suspended, state: 'standing' as const };
	expect(decideAppeal(standing, ana.id)).toEqual({ appealed: true });
	expect(decideAppeal({ ...standing, state: 'ended' }, ana.id)).toEqual({ appealed: true });
	expect(decideAppeal(standing, wren.id)).toEqual({ refused: 'not-found' });
	expect(decideAppeal(suspended, ana.id)).toEqual({ refused: 'not-found' });
	expect(decideAppeal({ ...standing, appealedAt: now }, ana.id)).toEqual({ refused: 'appealed-already' });
	expect(decideAppeal({ ...standing, state: 'lifted' }, ana.id)).toEqual({ refused: 'taken-back-already' });
});

test('an appeal is judged by somebody who had no part in the decision', () => {
	const appealed: Measure = { ...suspended, state: 'standing', secondedBy: wren.id, appealedAt: now };
	expect(decideJudgement(lolo, appealed)).toEqual({ refused: 'you-decided-it' });
	expect(decideJudgement(wren, appealed)).toEqual({ refused: 'you-decided-it' });
	expect(decideJudgement(ana, appealed)).toEqual({ refused: 'not-a-steward' });
	expect(decideJudgement(coco, appealed)).toEqual({ refused: 'not-a-steward' });
	expect(decideJudgement(someone('nour', 'steward'), appealed)).toEqual({ judged: true });
	expect(decideJudgement(someone('nour', 'steward'), { ...appealed, judgedAt: now })).toEqual({
		refused: 'no-appeal',
	});
	expect(decideJudgement(someone('nour', 'steward'), { ...appealed, appealedAt: null })).toEqual({
		refused: 'no-appeal',
	});
});

test('a suspension is over at its date, by itself', () => {
	const standing = { ...suspended, state: 'standing' as const };
	expect(shutsOut(standing, now)).toBe(true);
	expect(shutsOut(standing, after(now, days(7)))).toBe(false);
	expect(shutsOut(suspended, now)).toBe(false);
	expect(shutsOut({ ...standing, step: 'banned', endsAt: null }, after(now, days(9000)))).toBe(true);
});
