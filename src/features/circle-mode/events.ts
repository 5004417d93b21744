import type { CircleId } from '#features/circles/circle.ts';
import { fact } from '#platform/event.ts';
import type { SittingId } from './sitting.ts';

type About = { sittingId: SittingId; circleId: CircleId };
const sitting = ({ sittingId }: About) => topicOf(sittingId);

export const topicOf = (sittingId: SittingId) => `sitting:${sittingId}`;

/*
 * Few things about a meeting are facts. A fact is kept, with who made it and when; turns, and who came, are not: kept,
 * they would say who spoke for how long. Everything else only nudges.
 */

export const meetingOpened = fact<About>('circle-mode.opened', sitting);
export const meetingEnded = fact<About & { attended: number }>('circle-mode.ended', sitting, {
	changesAdmission: true,
});
export const stewardCalled = fact<About>('circle-mode.steward-called', sitting);
export const planChanged = fact<{ circleId: CircleId }>(
	'circle-mode.plan-changed',
	({ circleId }) => `circle:${circleId}`,
);
