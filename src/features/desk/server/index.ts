/** The door of the desk: for features that have something for stewards, for routes and the composition. */
import { dutyTaken } from '#features/people/server/index.ts';
import { on, type AnyJob, type Reaction } from '#platform/job.ts';
import { forgetSealed } from './forget.ts';
import { freeCases } from './free-cases.ts';
import { pageOn, pageOverdue } from './page-on.ts';
import './tables.ts';

export { caseSettled } from '../events.ts';
export { carriedBy, mayAskDebrief } from './care.ts';
export { openForCase, sealForCase } from './case-key.ts';
export { isDutyHeld, nextOnDuty } from './duty.ts';
export { handedOver, handOver } from './hand-over.ts';
export { letRest } from './let-rest.ts';
export { openCase, type Opening } from './open-case.ts';
export { personal } from './personal.ts';
export {
	caseFor,
	countsOn,
	decidedBefore,
	deskFor,
	hopsOf,
	otherStewards,
	turnsOf,
	waitingFor,
	type CaseCard,
	type DeskCount,
} from './queries.ts';
export { askSecond, joinCase } from './second.ts';
export { settleCase } from './settle-case.ts';
export { caseAsRulesSee, standingIn } from './standing.ts';
export { takeCase } from './take-case.ts';
export { knowReportables, thingNamed } from './things.ts';
export { deskChange, deskTopic } from './topic.ts';
export { withholdUntilSettled } from './withhold.ts';

export const jobs: readonly AnyJob[] = [pageOn, pageOverdue, freeCases, forgetSealed];

export const reactions: readonly Reaction[] = [on(dutyTaken, freeCases)];
