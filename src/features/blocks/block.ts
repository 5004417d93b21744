import type { Id, PersonId } from '#platform/ids.ts';
import { refuse, type Refused } from '#platform/ruling.ts';

export type BlockId = Id<'block'>;

/** One person’s wish not to meet another. While there is one between two people, in whichever direction, they do not meet. */
export interface Block {
	blockerId: PersonId;
	blockedId: PersonId;
}

/** Whom somebody blocks, as they know them: that is all they ever learn of who it is. */
export interface Known {
	/** By the name they go by there; null where they were shown without one. */
	as: string | null;
	/** What the place is called; null where it has no name of its own. */
	in: string | null;
}

/** Nobody can block themselves; everybody else can be blocked, whatever they look after. */
export function decideBlock({ blockerId, blockedId }: Block): { blocked: true } | Refused<'yourself'> {
	return blockerId === blockedId ? refuse('yourself') : { blocked: true };
}
