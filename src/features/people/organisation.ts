import type { AgeBand } from './person.ts';

/** Who hosts this Hearten, and what holds here for everyone. */
export interface Organisation {
	name: string;
	/** Which age bands may take part. Adults always may. */
	ageBands: readonly AgeBand[];
	/** The language of visitors whose browser names none that there is. */
	locale: string;
	/** What the organisation really does when somebody is in danger, in its own sentence; empty until written. */
	crisisPolicy: string;
}

/** How things stand before the first start has made the organisation’s row. */
export const unfounded: Organisation = {
	name: 'Hearten',
	ageBands: ['adult'],
	locale: 'en',
	crisisPolicy: '',
};
