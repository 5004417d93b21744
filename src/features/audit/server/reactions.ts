import { stewardCalled } from '#features/circle-mode/events.ts';
import { askedToPause, circleClosed, hostingHandedOver } from '#features/circles/events.ts';
import { messageHidden, messageShown } from '#features/conversations/events.ts';
import { caseHandedOver, caseSettled, caseTaken, secondCame } from '#features/desk/events.ts';
import { dutyGiven, dutyTaken, organisationChanged, organisationClaimed } from '#features/people/events.ts';
import { askedToPause as askedToPauseInRoom, shutAtOnce, shutLifted } from '#features/rooms/events.ts';
import { backupAsked, backupCame, backupEnded } from '#features/sessions/events.ts';
import type { Event, Fact } from '#platform/event.ts';
import type { Reaction } from '#platform/job.ts';
import { record } from './record.ts';

/** A fact that is an act of power goes into the log as it happened: about whatever it happened to, with what it says. */
const inLog = <Data extends Event['data']>(fact: Fact<Data>): Reaction => ({
	factName: fact.factName,
	atOnce: (tx, data) => {
		const { subject } = fact(data as Data);
		return record(tx, { kind: fact.factName, by: tx.somebody, about: subject, at: tx.now, facts: data });
	},
});

export const reactions: readonly Reaction[] = [
	inLog(dutyGiven),
	inLog(dutyTaken),
	inLog(organisationClaimed),
	inLog(organisationChanged),
	inLog(shutAtOnce),
	inLog(shutLifted),
	inLog(askedToPauseInRoom),
	inLog(askedToPause),
	inLog(hostingHandedOver),
	inLog(circleClosed),
	inLog(messageHidden),
	inLog(messageShown),
	inLog(stewardCalled),
	inLog(backupAsked),
	inLog(backupCame),
	inLog(backupEnded),
	inLog(caseTaken),
	inLog(secondCame),
	inLog(caseHandedOver),
	inLog(caseSettled),
];
