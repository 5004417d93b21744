import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Pick<Viewer, 'duties'> | null;
}

export const may = {
	/** What was done with power is for those to see who answer for it. */
	read: ({ viewer }: Standing): Ruling<'not-a-coordinator'> =>
		viewer?.duties.includes('coordinator') ? allowed : refuse('not-a-coordinator'),
};
