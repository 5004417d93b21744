import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { RotaDetails } from './rota.ts';
import { mayHold } from './sign-up.ts';

/** Everything a rule may look at. Rules never fetch, so they can be asked anywhere. */
export interface Standing {
	viewer: Viewer | null;
	/** Undefined when there is no such rota. */
	rota: Pick<RotaDetails, 'heldBy'> | undefined;
}

const coordinates = ({ viewer }: Pick<Standing, 'viewer'>) => viewer?.duties.includes('coordinator') ?? false;

export const may = {
	/** Opening a rota, and saying how much anybody holds at most. */
	open: (standing: Pick<Standing, 'viewer'>): Ruling<'not-a-coordinator'> =>
		coordinates(standing) ? allowed : refuse('not-a-coordinator'),

	/** Who holds what is for those who may hold it themselves, and for coordinators. */
	see(standing: Standing): Ruling<'not-found'> {
		const { viewer, rota } = standing;
		if (!viewer || !rota) return refuse('not-found');
		return coordinates(standing) || mayHold(rota, viewer.duties) ? allowed : refuse('not-found');
	},

	hold(standing: Standing): Ruling<'not-found' | 'not-asked-to-hold'> {
		const seen = may.see(standing);
		if (seen.refused) return seen;
		return mayHold(standing.rota!, standing.viewer!.duties) ? allowed : refuse('not-asked-to-hold');
	},

	/** Patterns, single shifts, calling off, putting somebody on. */
	arrange(standing: Standing): Ruling<'not-found' | 'not-a-coordinator'> {
		const seen = may.see(standing);
		if (seen.refused) return seen;
		return may.open(standing);
	},
};
