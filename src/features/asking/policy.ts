import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Pick<Viewer, 'duties'> | null;
}

export const may = {
	/** Seeing who waits and what stands between two people, without anybody’s words. */
	lookAfter: ({ viewer }: Standing): Ruling<'not-found'> =>
		viewer?.duties.includes('coordinator') ? allowed : refuse('not-found'),
};
