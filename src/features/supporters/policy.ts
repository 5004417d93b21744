import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { Supporter } from './supporter.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Viewer | null;
	/** Undefined where there is none. */
	supporter: Supporter | undefined;
	/** Whether a block stands between the two. */
	apart: boolean;
}

export const may = {
	/** Offering oneself is for those whom a coordinator has asked; training will do the asking one day. */
	offer: ({ viewer }: Pick<Standing, 'viewer'>): Ruling<'not-asked-to-support'> =>
		viewer?.duties.includes('supporter') ? allowed : refuse('not-asked-to-support'),

	/** A page is for members of the same age band, for as long as the asking stands. One’s own is always there. */
	see({ viewer, supporter, apart }: Standing): Ruling<'not-found'> {
		if (!viewer || !supporter?.asked || apart) return refuse('not-found');
		if (supporter.personId === viewer.id) return allowed;
		return supporter.open && supporter.ageBand === viewer.ageBand ? allowed : refuse('not-found');
	},
};
