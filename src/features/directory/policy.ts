import type { Viewer } from '#features/people/person.ts';
import { allowed, type Ruling } from '#platform/ruling.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Viewer | null;
}

export const may = {
	/** Meetings elsewhere are public already; whoever finds this page may need one tonight. */
	browse: (_: Standing): Ruling<never> => allowed,
};
