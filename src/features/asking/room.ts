import { hasRoom, type Carrying } from '#features/pairings/carrying.ts';
import type { Caps } from '#features/supporters/supporter.ts';

/** What a supporter carries, with the cards that wait for their answer. */
export interface Load {
	carrying: Carrying;
	cards: number;
}

/** How many more cards may be put to somebody. Each of those that wait could become a pairing. */
export function roomLeft({ carrying, cards }: Load, caps: Caps): number {
	if (!hasRoom(carrying, caps)) return 0;
	const places = Math.min(caps.pairings - carrying.pairings, caps.newAWeek - carrying.newThisWeek);
	return Math.max(0, places - cards);
}
