import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { allowed, refuse, type Ruling } from '#platform/ruling.ts';
import { after, days } from '#platform/time.ts';
import { decideTaking, loadOf, type Load, type TooMuch } from '../care.ts';
import type { Case } from '../case.ts';
import { peopleFor } from './duty.ts';

/** What somebody carries at this moment, for their own eyes and for what they are offered. */
export async function carriedBy(db: Reader, personId: PersonId, now: Date): Promise<Load> {
	const turns = await db
		.selectFrom('case_turn')
		.select(['tier', 'at'])
		.where('person_id', '=', personId)
		.where('at', '>', after(now, -days(7)))
		.execute();
	return loadOf(turns, now);
}

/** Whether somebody may take this case on, for their own sake. */
export async function mayCarry(
	db: Reader,
	{ personId, it }: { personId: PersonId; it: Case },
	now: Date,
): Promise<Ruling<TooMuch>> {
	const { onShift } = await peopleFor(db, it, now);
	return decideTaking(await carriedBy(db, personId, now), {
		tier: it.tier,
		othersOnShift: onShift.some((each) => each !== personId),
	});
}

/** Asking for somebody to talk with: within a day after working on a case. */
export async function mayAskDebrief(
	db: Reader,
	personId: PersonId,
	now: Date,
): Promise<Ruling<'nothing-to-talk-about'>> {
	const turn = await db
		.selectFrom('case_turn')
		.select('id')
		.where('person_id', '=', personId)
		.where('at', '>', after(now, -days(1)))
		.executeTakeFirst();
	return turn ? allowed : refuse('nothing-to-talk-about');
}

/** Writes down that somebody works on a case from now on. */
export const countTurn = (tx: Tx, it: Case, role: 'first' | 'second') =>
	tx.db
		.insertInto('case_turn')
		.values({
			...{ id: tx.newId<'turn'>(), case_id: it.id, person_id: tx.actor },
			...{ role, tier: it.tier, at: tx.now },
		})
		.execute();
