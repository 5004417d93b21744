/** The door of notices: for every feature that has something to tell, and for the pages that show it. */
import type { AnyJob } from '#platform/job.ts';
import { forgetOldNotices } from './forget-old.ts';
import './tables.ts';

export { notify, takeBack, takeBackUnder } from './notify.ts';
export { personal } from './personal.ts';
export { putAllAway, putAway } from './put-away.ts';
export { hasNotices, noticesFor, wantedBy } from './queries.ts';
export { want } from './switch.ts';

export const jobs: readonly AnyJob[] = [forgetOldNotices];
