import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import type { Role } from './keeping.ts';

/** Everything a rule may look at. Rules never fetch, so they can be asked anywhere. */
export interface Standing {
	viewer: Pick<Viewer, 'duties'> | null;
	/** Whether there is such an organisation or region. */
	body: boolean;
	/** What the viewer does for it. */
	role: Role | undefined;
}

const coordinates = ({ viewer }: Pick<Standing, 'viewer'>) => viewer?.duties.includes('coordinator') ?? false;

export const may = {
	/** Opening an organisation or region that listings can belong to. */
	open: (standing: Pick<Standing, 'viewer'>): Ruling<'not-a-coordinator'> =>
		coordinates(standing) ? allowed : refuse('not-a-coordinator'),

	/** Its desk, with the names of those who keep its listings. For anybody else there is none. */
	see: (standing: Standing): Ruling<'not-found'> =>
		standing.body && (standing.role !== undefined || coordinates(standing)) ? allowed : refuse('not-found'),

	/** Saying what a listing should say. */
	propose: (standing: Standing): Ruling<'not-found'> => may.see(standing),

	/** Changing listings at once, and deciding what others propose. */
	maintain(standing: Standing): Ruling<'not-found' | 'not-a-maintainer'> {
		const seen = may.see(standing);
		if (seen.refused) return seen;
		return standing.role === 'maintainer' || coordinates(standing) ? allowed : refuse('not-a-maintainer');
	},

	/** Saying who else keeps its listings. */
	appoint: (standing: Standing): Ruling<'not-found' | 'not-a-maintainer'> => may.maintain(standing),
};
