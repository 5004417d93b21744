import type { Limit } from './finding.ts';

/** The sentence that says why: for each id in a finding’s `because`. */
export const becauseKey = (rule: string) => `safety.reading.because.${rule}`;

/** The sentence that says what could not be read; and `always`, to be said wherever readings are shown. */
export const limitKey = (limit: Limit | 'always') => `safety.reading.limit.${limit}`;
