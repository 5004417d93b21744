import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Pick<Viewer, 'duties'> | null;
}

export const may = {
	/** Saying which help lines have been looked up, putting them right, and adding one’s own. */
	keepLines: ({ viewer }: Standing): Ruling<'not-a-coordinator'> =>
		viewer?.duties.includes('coordinator') ? allowed : refuse('not-a-coordinator'),
};
