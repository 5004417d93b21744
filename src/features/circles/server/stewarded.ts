import {
	holdStill,
	keepOut,
	letBackIn,
	type InPlace,
	type Stewarded,
} from '#features/conversations/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { CircleId, Seat } from '../circle.ts';
import { askedToPause, circleResumed, observingEnded, seatLeft, seatTaken } from '../events.ts';
import { restWithoutHost } from './hand-over-hosting.ts';

/** What stewards can do about somebody’s place in a circle, and how it is taken back. */
export const stewarded: Stewarded = {
	kind: 'circle',

	async placesOf(tx, personId) {
		const rows = await tx.db
			.selectFrom('seat')
			.select('circle_id')
			.where('person_id', '=', personId)
			.execute();
		return rows.map(({ circle_id }) => circle_id);
	},

	async pause(tx, at, until) {
		const { circleId, personId } = await still(tx, at);
		const seat = await tx.db
			.selectFrom('seat')
			.select('quiet_until')
			.where('circle_id', '=', circleId)
			.where('person_id', '=', personId)
			.executeTakeFirst();
		if (!seat || (seat.quiet_until && seat.quiet_until >= until)) return undefined;
		await beQuietUntil(tx, at, until);
		await tx.announce(askedToPause({ circleId, personId }));
		return { quietUntil: seat.quiet_until?.toISOString() ?? null };
	},

	async endPause(tx, at, was, until) {
		const { circleId, personId } = await still(tx, at);
		await tx.db
			.updateTable('seat')
			.set({ quiet_until: momentIn(was.quietUntil) })
			.where('circle_id', '=', circleId)
			.where('person_id', '=', personId)
			.where('quiet_until', '=', until)
			.execute();
	},

	async takeOut(tx, at, until) {
		const { circleId, personId } = await still(tx, at);
		await keepOut(tx, { ...at, until });
		await tx.db
			.deleteFrom('wait')
			.where('circle_id', '=', circleId)
			.where('person_id', '=', personId)
			.execute();
		const observing = await tx.db
			.deleteFrom('observer')
			.where('circle_id', '=', circleId)
			.where('person_id', '=', personId)
			.returning('since')
			.executeTakeFirst();
		if (observing) await tx.announce(observingEnded({ circleId, personId }));
		const seat = await tx.db
			.deleteFrom('seat')
			.where('circle_id', '=', circleId)
			.where('person_id', '=', personId)
			.returningAll()
			.executeTakeFirst();
		if (!seat) return { observingSince: observing?.since.toISOString() ?? null };
		const rested = await isGathering(tx, circleId);
		await restWithoutHost(tx, circleId);
		await tx.announce(seatLeft({ circleId, personId }));
		return {
			role: seat.role,
			takenAt: seat.taken_at.toISOString(),
			quietUntil: seat.quiet_until?.toISOString() ?? null,
			resting: seat.resting,
			rested: rested && !(await isGathering(tx, circleId)),
		};
	},

	async putBack(tx, at, was) {
		const { circleId, personId } = await still(tx, at);
		await letBackIn(tx, at);
		const observingSince = momentIn(was.observingSince);
		if (observingSince)
			await tx.db
				.insertInto('observer')
				.values({ circle_id: circleId, person_id: personId, since: observingSince })
				.onConflict((already) => already.doNothing())
				.execute();
		const takenAt = momentIn(was.takenAt);
		if (!takenAt) return;
		await tx.db
			.insertInto('seat')
			.values({
				...{ circle_id: circleId, person_id: personId, role: was.role as Seat['role'], taken_at: takenAt },
				...{ quiet_until: momentIn(was.quietUntil), resting: was.resting === true },
			})
			.onConflict((already) => already.doNothing())
			.execute();
		if (was.rested === true) await resume(tx, circleId);
		await tx.announce(seatTaken({ circleId, personId }));
	},
};

async function still(tx: Tx, { id, personId }: InPlace) {
	await holdStill(tx, id);
	return { circleId: id as CircleId, personId };
}

const beQuietUntil = (tx: Tx, { id, personId }: InPlace, until: Date) =>
	tx.db
		.updateTable('seat')
		.set({ quiet_until: until })
		.where('circle_id', '=', id as CircleId)
		.where('person_id', '=', personId)
		.execute();

async function isGathering(tx: Tx, circleId: CircleId): Promise<boolean> {
	const circle = await tx.db
		.selectFrom('circle')
		.select('state')
		.where('id', '=', circleId)
		.executeTakeFirst();
	return circle?.state === 'gathering';
}

/** The circle rested only because its last host was taken out of it. */
async function resume(tx: Tx, circleId: CircleId) {
	const resumed = await tx.db
		.updateTable('circle')
		.set({ state: 'gathering' })
		.where('id', '=', circleId)
		.where('state', '=', 'resting')
		.executeTakeFirst();
	if (resumed.numUpdatedRows > 0n) await tx.announce(circleResumed({ circleId }));
}

const momentIn = (told: unknown) => (typeof told === 'string' ? new Date(told) : null);
