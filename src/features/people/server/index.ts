import type { AnyJob } from '#platform/job.ts';
import { forgetEnded } from './forget-ended.ts';
import './tables.ts';

export * from '../events.ts';
export { claim } from './claim.ts';
export { endOtherSessions, endSession } from './end-session.ts';
export { foundOrganisation } from './found-organisation.ts';
export { giveDuty } from './give-duty.ts';
export { personal } from './personal.ts';
export { organisationOf, viewerById } from './queries.ts';
export { beginSession, renewSession, signedInBy } from './sessions.ts';
export { signUp } from './sign-up.ts';
export { takeDuty } from './take-duty.ts';

export const jobs: readonly AnyJob[] = [forgetEnded];
