import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { Ground, Measure } from './ladder.ts';

/** Whoever looks, as rules of the ladder need them. */
interface Standing {
	viewer: Viewer | null;
}

type OnCase = Standing & { ground: Pick<Ground, 'subjectId' | 'reporterIds'> };
type OnMeasure = Standing & { measure: Pick<Measure, 'subjectId' | 'decidedBy' | 'secondedBy'> };

const has = ({ viewer }: Standing, duty: Viewer['duties'][number]) => viewer?.duties.includes(duty) ?? false;

export const may = {
	/** Stewards, never about themselves, and never about what they have reported. */
	decide(standing: OnCase): Ruling<'not-a-steward' | 'about-yourself' | 'you-reported-it'> {
		const { viewer, ground } = standing;
		if (!has(standing, 'steward')) return refuse('not-a-steward');
		if (viewer!.id === ground.subjectId) return refuse('about-yourself');
		return ground.reporterIds.includes(viewer!.id) ? refuse('you-reported-it') : allowed;
	},

	/** Agreeing to shut somebody out: a steward or a coordinator, who neither proposed it nor is concerned by it. */
	second(standing: OnMeasure): Ruling<'not-a-steward' | 'about-yourself' | 'same-person'> {
		const { viewer, measure } = standing;
		if (!has(standing, 'steward') && !has(standing, 'coordinator')) return refuse('not-a-steward');
		if (viewer!.id === measure.subjectId) return refuse('about-yourself');
		return viewer!.id === measure.decidedBy ? refuse('same-person') : allowed;
	},

	/** Answering an appeal: a steward who had no part in the decision. */
	judge(standing: OnMeasure): Ruling<'not-a-steward' | 'about-yourself' | 'you-decided-it'> {
		const { viewer, measure } = standing;
		if (!has(standing, 'steward')) return refuse('not-a-steward');
		if (viewer!.id === measure.subjectId) return refuse('about-yourself');
		const had = viewer!.id === measure.decidedBy || viewer!.id === measure.secondedBy;
		return had ? refuse('you-decided-it') : allowed;
	},

	/** Judging again what others have decided, to see whether stewards judge alike. */
	judgeAgain: (standing: Standing): Ruling<'not-a-steward'> =>
		has(standing, 'steward') ? allowed : refuse('not-a-steward'),

	/** How alike they judge: for stewards and coordinators. */
	readConsistency: (standing: Standing): Ruling<'not-a-steward'> =>
		has(standing, 'steward') || has(standing, 'coordinator') ? allowed : refuse('not-a-steward'),

	/** The rules, who may read the sums, the risk assessment. */
	arrange: (standing: Standing): Ruling<'not-a-coordinator'> =>
		has(standing, 'coordinator') ? allowed : refuse('not-a-coordinator'),

	/** What stewards did, as sums: everybody where the organisation opens it, else whoever has an account. */
	readSums: ({ viewer, open }: Standing & { open: boolean }): Ruling<'not-signed-in'> =>
		open || viewer ? allowed : refuse('not-signed-in'),
};
