import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';

export const may = {
	/** What is listed is public, and whoever finds this page may need a group tonight. */
	browse: (): Ruling<never> => allowed,

	/** Which words mean the same decides what everybody finds. */
	keepSynonyms: ({ viewer }: { viewer: Pick<Viewer, 'duties'> | null }): Ruling<'not-a-coordinator'> =>
		viewer?.duties.includes('coordinator') ? allowed : refuse('not-a-coordinator'),

	/** Whoever brings in a list decides what everybody finds. */
	bringIn: ({ viewer }: { viewer: Pick<Viewer, 'duties'> | null }): Ruling<'not-a-coordinator'> =>
		viewer?.duties.includes('coordinator') ? allowed : refuse('not-a-coordinator'),
};
