import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';

export const may = {
	/** Whoever does not know what they are looking for needs no account to be shown three things. */
	look: (): Ruling<never> => allowed,

	/** Nor to ask for a group that there is not. */
	ask: (): Ruling<never> => allowed,

	/** What is asked for, and what people wrote with it, is for those who can open groups. For others it is not there. */
	readNeeds: ({ viewer }: { viewer: Pick<Viewer, 'duties'> | null }): Ruling<'not-found'> =>
		viewer?.duties.includes('coordinator') ? allowed : refuse('not-found'),
};
