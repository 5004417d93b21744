import type { AnyJob, Reaction } from '#platform/job.ts';
import type { Personal } from '#platform/personal.ts';
import type { Reportable } from '#platform/reportable.ts';
import type { Topic } from '#platform/topic.ts';
import * as circles from '#features/circles/server/index.ts';
import * as people from '#features/people/server/index.ts';
import { forgetRateLimits } from '#platform/rate-limit.ts';

/** The product on one page: what each feature hands to everything that must reach into every feature. */
export const jobs: readonly AnyJob[] = [...people.jobs, ...circles.jobs, forgetRateLimits];

export const reactions: readonly Reaction[] = [...circles.reactions];

export const topics: readonly Topic[] = [circles.circleTopic];

export const reportables: readonly Reportable[] = [circles.messageReportable];

/** In the order in which a person is erased: the account itself goes last. */
export const personal: readonly Personal[] = [circles.personal, people.personal];
