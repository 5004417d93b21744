import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { Case } from './case.ts';

/** Everything a rule may look at. Rules never fetch, so they can be asked anywhere. */
export interface Standing {
	viewer: Viewer | null;
	/** Undefined when there is no such case. */
	case: Case | undefined;
}

type NotHere = 'not-found';

const has = (viewer: Viewer | null, duty: Viewer['duties'][number]) => viewer?.duties.includes(duty) ?? false;

export const may = {
	/** The desk is for stewards. To everybody else it is not there. */
	work: ({ viewer }: Pick<Standing, 'viewer'>): Ruling<NotHere> =>
		has(viewer, 'steward') ? allowed : refuse('not-found'),

	/** How much there is, and for how long it has waited: coordinators as well, who read none of it. */
	count: ({ viewer }: Pick<Standing, 'viewer'>): Ruling<NotHere> =>
		has(viewer, 'steward') || has(viewer, 'coordinator') ? allowed : refuse('not-found'),

	/** A case of one’s own age band, which is not about oneself, and which one neither raised nor decided before. */
	look(standing: Standing): Ruling<NotHere> {
		const ruling = may.work(standing);
		if (ruling.refused) return ruling;
		const { viewer, case: it } = standing;
		if (!it || it.ageBand !== viewer!.ageBand) return refuse('not-found');
		const apart = [it.subjectId, ...it.reporterIds, ...it.apartIds];
		return apart.includes(viewer!.id) ? refuse('not-found') : allowed;
	},

	take(standing: Standing): Ruling<NotHere | 'settled-already' | 'taken-already'> {
		const ruling = may.look(standing);
		if (ruling.refused) return ruling;
		if (standing.case!.state !== 'open') return refuse('settled-already');
		return standing.case!.takenBy ? refuse('taken-already') : allowed;
	},

	/** Coming as a second person to a case that another steward has. */
	join(standing: Standing): Ruling<NotHere | 'settled-already' | 'nobody-has-it' | 'second-already'> {
		const ruling = may.look(standing);
		if (ruling.refused) return ruling;
		const { viewer, case: it } = standing;
		if (it!.state !== 'open') return refuse('settled-already');
		if (!it!.takenBy || it!.takenBy === viewer!.id) return refuse('nobody-has-it');
		return it!.secondId ? refuse('second-already') : allowed;
	},

	/** Reading the words of a case: whoever has it, and the second person; afterwards nobody needs to. */
	read(standing: Standing): Ruling<NotHere | 'not-yours' | 'settled-already'> {
		const ruling = may.look(standing);
		if (ruling.refused) return ruling;
		const { viewer, case: it } = standing;
		if (it!.state !== 'open') return refuse('settled-already');
		return [it!.takenBy, it!.secondId].includes(viewer!.id) ? allowed : refuse('not-yours');
	},

	/** Asking for a second person, and handing a case over: whoever has it. */
	hold(standing: Standing): Ruling<NotHere | 'not-yours' | 'settled-already'> {
		const ruling = may.read(standing);
		if (ruling.refused) return ruling;
		return standing.case!.takenBy === standing.viewer!.id ? allowed : refuse('not-yours');
	},

	/** Settling a case: whoever has it, and the second person. */
	settle: (standing: Standing): Ruling<NotHere | 'not-yours' | 'settled-already'> => may.read(standing),
};
