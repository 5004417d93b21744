import { allowed, type Ruling } from '#platform/ruling.ts';

export const may = {
	/** Meetings elsewhere are public already, and whoever finds this page may need one tonight. */
	browse: (): Ruling<never> => allowed,
};
