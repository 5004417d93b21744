import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';

/** That somebody looked. Who it was, and why, is in the row that their owner reads. */
export const wishesLookedAt = fact<{ personId: PersonId }>(
	'wishes.looked-at',
	({ personId }) => `person:${personId}`,
);
