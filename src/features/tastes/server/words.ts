import type { UnmetNeedId } from '../need.ts';

/** Where what was written with a need opens: nowhere else. */
export const contextOf = (id: UnmetNeedId) => `unmet-need:${id}`;
