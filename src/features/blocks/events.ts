import { fact } from '#platform/event.ts';
import type { PersonId } from '#platform/ids.ts';

/** They are told of by the one who blocks, so that nothing of it stands among what happened to the other. */
type Between = { blockerId: PersonId; blockedId: PersonId };
const blocker = ({ blockerId }: Between) => `person:${blockerId}`;
const admission = { changesAdmission: true };

export const blocked = fact<Between>('blocks.blocked', blocker, admission);
export const unblocked = fact<Between>('blocks.unblocked', blocker, admission);
