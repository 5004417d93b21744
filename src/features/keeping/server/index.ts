/** The door of keeping: what other features and the composition may use. */
import type { AnyJob } from '#platform/job.ts';
import { askToConfirm } from './ask-to-confirm.ts';
import { forgetRemarks } from './remark.ts';
import './tables.ts';

export { personal } from './personal.ts';
export { keepsListings } from './queries.ts';

export const jobs: readonly AnyJob[] = [askToConfirm, forgetRemarks];
