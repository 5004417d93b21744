import type { Viewer } from '#features/people/person.ts';
import { days } from '#platform/time.ts';
import type { Looking } from '../decide.ts';

/** Who looks, and how. */
export interface Asking extends Looking {
	viewer: Viewer | null;
}

/** A taste that is further away is none. */
export const AHEAD = days(15);
