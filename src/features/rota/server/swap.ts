import { isBetween } from '#features/blocks/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { swapDeclined, swapOffered } from '../events.ts';
import type { ShiftId, SwapId } from '../rota.ts';
import { decideSwap, type Side } from '../sign-up.ts';
import { keepPace } from './pace.ts';
import { freePlace, takePlace } from './places.ts';
import { holdersStill, holdStill, type KnownShift } from './standing.ts';

export interface SwapOffer {
	/** A shift of mine. */
	mine: ShiftId;
	/** A shift of theirs. */
	theirs: ShiftId;
	/** Who holds it. */
	askedOf: PersonId;
}

type KnownSide = Side & { shift: KnownShift };

/** Offers one of mine for one of yours. It is asked only where it could be done as things are. */
export async function offerSwap(tx: Tx, { mine, theirs, askedOf }: SwapOffer) {
	const pace = await keepPace(tx);
	if (pace.refused) return pace;
	const sides = await sidesOf(tx, [mine, tx.actor], [theirs, askedOf]);
	if (!sides || (await isBetween(tx.db, tx.actor, askedOf))) return refuse('no-such-shift');

	const decision = decideSwap(...sides, tx.now);
	if ('refused' in decision) return decision;

	const id: SwapId = tx.newId();
	const { numInsertedOrUpdatedRows: asked } = await tx.db
		.insertInto('swap')
		.values({
			id,
			offered_shift: mine,
			offered_by: tx.actor,
			wanted_shift: theirs,
			asked_of: askedOf,
			asked_at: tx.now,
		})
		.onConflict((already) => already.doNothing())
		.executeTakeFirstOrThrow();
	const { rotaId } = sides[1].shift;
	if (asked) await tx.announce(swapOffered({ rotaId, shiftId: theirs, personId: tx.actor, askedOf }));
	return { offered: true };
}

/** Says yes or no to a swap. A yes gives both their new shifts in one step, if it still fits both. */
export async function answerSwap(tx: Tx, { swapId, answer }: { swapId: SwapId; answer: 'yes' | 'no' }) {
	const swap = await swapById(tx, swapId).executeTakeFirst();
	if (swap?.asked_of !== tx.actor) return refuse('no-such-swap');
	const { offered_by, offered_shift, wanted_shift } = swap;
	const sides = await sidesOf(tx, [wanted_shift, tx.actor], [offered_shift, offered_by]);
	// Asked again now that both shifts are held still: it may have been taken back, or answered on another device.
	const still = await swapById(tx, swapId).forUpdate().executeTakeFirst();
	if (!sides || !still || (await isBetween(tx.db, tx.actor, offered_by))) return refuse('no-such-swap');

	if (answer === 'no') {
		await tx.db.deleteFrom('swap').where('id', '=', swapId).execute();
		const { rotaId } = sides[0].shift;
		await tx.announce(
			swapDeclined({ rotaId, shiftId: wanted_shift, personId: offered_by, askedOf: tx.actor }),
		);
		return { answered: answer };
	}

	const decision = decideSwap(...sides, tx.now);
	if ('refused' in decision) return decision;
	for (const { holder, shift } of sides) await freePlace(tx, shift, holder.personId);
	const [mine, theirs] = sides;
	await takePlace(tx, theirs.shift, mine.holder.personId);
	await takePlace(tx, mine.shift, theirs.holder.personId);
	return { answered: answer };
}

/** Takes back what was offered, while nobody has answered. */
export async function withdrawSwap(tx: Tx, swapId: SwapId) {
	const withdrawn = await tx.db
		.deleteFrom('swap')
		.where('id', '=', swapId)
		.where('offered_by', '=', tx.actor)
		.executeTakeFirst();
	return withdrawn.numDeletedRows > 0n ? { withdrawn: swapId } : refuse('no-such-swap');
}

const swapById = (tx: Tx, swapId: SwapId) => tx.db.selectFrom('swap').selectAll().where('id', '=', swapId);

/** Both people and both shifts, held still. */
async function sidesOf(
	tx: Tx,
	...pairs: [[ShiftId, PersonId], [ShiftId, PersonId]]
): Promise<[KnownSide, KnownSide] | undefined> {
	const shifts = await holdStill(
		tx,
		pairs.map(([shiftId]) => shiftId),
	);
	const holders = await holdersStill(
		tx,
		pairs.map(([, personId]) => personId),
	);
	const [mine, theirs] = pairs.map(([shiftId, personId]) => ({
		shift: shifts.find((shift) => shift.shiftId === shiftId),
		holder: holders.get(personId),
	}));
	return isSide(mine) && isSide(theirs) ? [mine, theirs] : undefined;
}

const isSide = (
	side: { [Part in keyof KnownSide]: KnownSide[Part] | undefined } | undefined,
): side is KnownSide => side?.shift !== undefined && side.holder !== undefined;
