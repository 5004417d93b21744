import type { Viewer } from '#features/people/person.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { isOneOf, type Pairing } from './pairing.ts';

/** Everything a rule may look at. */
export interface Standing {
	viewer: Viewer | null;
	/** Undefined when there is no such pairing. */
	pairing: Pairing | undefined;
}

export const may = {
	/** Only the two: nobody else learns that it exists. What was said stays with both, unless they are to see nothing of each other. */
	read: ({ viewer, pairing }: Standing): Ruling<'not-found'> =>
		viewer && pairing && !pairing.apart && isOneOf(pairing, viewer.id) ? allowed : refuse('not-found'),

	/** Until one of the two ends it, and with somebody who is still asked to support. */
	speak(standing: Standing): Ruling<'not-found' | 'pairing-ended' | 'supporter-stopped'> {
		const read = may.read(standing);
		if (read.refused) return read;
		const { endedAt, supporterId, memberId, supporterAsked } = standing.pairing!;
		if (endedAt || !supporterId || !memberId) return refuse('pairing-ended');
		return supporterAsked ? allowed : refuse('supporter-stopped');
	},

	/** Sessions are made by those who can speak with each other. */
	book: (standing: Standing): Ruling<'not-found' | 'pairing-ended' | 'supporter-stopped'> =>
		may.speak(standing),

	/** Calling off is always possible, also once it is over between the two. */
	callOff: (standing: Standing): Ruling<'not-found'> => may.read(standing),
};
