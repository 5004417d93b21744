/** The door of access: tokens, and what each feature needs to be reached by programs. It knows no other feature’s server. */
import type { AnyJob } from '#platform/job.ts';
import { forgetEnded } from './forget-ended.ts';
import './tables.ts';

export { documentOf } from './document.ts';
export { endpoint, isRefused, type Asked, type Endpoint } from './endpoint.ts';
export { digestOf as tokenDigest, makeToken } from './make-token.ts';
export { personal } from './personal.ts';
export { bearerBy, bearerTokenIn, bearerWith, tokensOf } from './queries.ts';
export { revokeToken, revokeTokensOf } from './revoke-token.ts';

export const jobs: readonly AnyJob[] = [forgetEnded];
