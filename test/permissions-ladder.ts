/** Who may do what about decisions, for docs/permissions.md. */
import { may } from '#features/ladder/policy.ts';
import type { Duty, Viewer } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Ruling } from '#platform/ruling.ts';

const someone = (id: string, ...duties: Duty[]): Viewer => ({ id: id as PersonId, ageBand: 'adult', duties });

/** Of one measure: who it is about, who told stewards, who decided it and who agreed. */
export function onTheLadder(): [string, Record<string, Ruling>][] {
	const ground = { subjectId: 'subject' as PersonId, reporterIds: ['reporter' as PersonId] };
	const measure = {
		...{ subjectId: 'subject' as PersonId, decidedBy: 'decider' as PersonId },
		secondedBy: 'second' as PersonId,
	};
	const who: [string, Viewer | null][] = [
		['a visitor', null],
		['somebody signed in', someone('else')],
		['whoever it is about', someone('subject')],
		['whoever it is about, a steward', someone('subject', 'steward')],
		['whoever reported it, a steward', someone('reporter', 'steward')],
		['the steward who decided it', someone('decider', 'steward')],
		['the steward who agreed', someone('second', 'steward')],
		['another steward', someone('another', 'steward')],
		['a coordinator', someone('another', 'coordinator')],
	];
	return who.map(([name, viewer]) => [
		name,
		{
			decide: may.decide({ viewer, ground }),
			second: may.second({ viewer, measure }),
			judge: may.judge({ viewer, measure }),
			judgeAgain: may.judgeAgain({ viewer }),
			readConsistency: may.readConsistency({ viewer }),
			arrange: may.arrange({ viewer }),
			readSums: may.readSums({ viewer, open: false }),
			readOpenSums: may.readSums({ viewer, open: true }),
		},
	]);
}
