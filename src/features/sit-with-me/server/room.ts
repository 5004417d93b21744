import { hasRoom, type Carrying } from '#features/pairings/carrying.ts';
import { carryingOf, carryingStill } from '#features/pairings/server/index.ts';
import type { mySupporting } from '#features/supporters/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';

type Mine = Pick<NonNullable<Awaited<ReturnType<typeof mySupporting>>>, 'personId' | 'caps' | 'availability'>;

/** Whether one more may come to a supporter, by what they said they can carry. */
export async function hasRoomNow(db: Reader, { personId, caps, availability }: Mine, now: Date) {
	const carrying = await carryingOf(db, [{ personId, zone: availability.zone }], now);
	return hasRoomToday(carrying.get(personId)!, caps);
}

/** The same of the actor, with their page held still: two who come at once do not both take the last place. */
export const hasRoomStill = async (tx: Tx, { caps }: Pick<Mine, 'caps'>) =>
	hasRoomToday(await carryingStill(tx, tx.actor), caps);

/** Whoever is there for talks has said so for these hours; how many new people a week is about those who are asked to stay. */
const hasRoomToday = (carrying: Carrying, caps: Mine['caps']) =>
	hasRoom(carrying, { ...caps, newAWeek: Infinity });
