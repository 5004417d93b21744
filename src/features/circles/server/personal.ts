import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Personal } from '#platform/personal.ts';
import type { CircleId } from '../circle.ts';
import { restWithoutHost } from './hand-over-hosting.ts';
import { offerSeats } from './offer-free-seats.ts';
import { holdStill } from './standing.ts';

/** Where a person sat, observed and waited, and whom they invited. */
export const personal: Personal = {
	feature: 'circles',

	async export(db, _vault, personId) {
		const of = (table: 'seat' | 'observer' | 'wait') =>
			db
				.selectFrom(table)
				.innerJoin('circle', 'circle.id', `${table}.circle_id`)
				.selectAll(table)
				.select('circle.name as circle')
				.where(`${table}.person_id`, '=', personId)
				.execute();

		const invitations = await db
			.selectFrom('invitation')
			.select(['circle_id', 'ends_at'])
			.where('made_by', '=', personId)
			.execute();
		const reminders = await db
			.selectFrom('reminder')
			.select(['meeting_id', 'made_at'])
			.where('person_id', '=', personId)
			.execute();
		return {
			seats: await of('seat'),
			observing: await of('observer'),
			waiting: await of('wait'),
			invitations,
			reminders,
		};
	},

	/** Gives up every seat and every place in a line, as somebody who leaves does. What they said is erased by itself. */
	async erase(tx, personId) {
		for (const circleId of await circlesOf(tx, personId)) {
			await holdStill(tx, circleId);
			await giveUpPlaces(tx, personId, circleId);
			await restWithoutHost(tx, circleId);
			await offerSeats(tx, circleId);
			await tx.nudge(`circle:${circleId}`);
			await tx.nudge(`!circle:${circleId}`);
		}
	},
};

/** In one order for everybody, so that two who erase themselves never wait for each other crosswise. */
async function circlesOf(tx: Tx, personId: PersonId): Promise<CircleId[]> {
	const places = (table: 'seat' | 'observer' | 'wait') =>
		tx.db.selectFrom(table).select('circle_id').where('person_id', '=', personId);
	const rows = await places('seat').union(places('observer')).union(places('wait')).execute();
	return rows.map(({ circle_id }) => circle_id).sort();
}

async function giveUpPlaces(tx: Tx, personId: PersonId, circleId: CircleId) {
	for (const table of ['seat', 'observer', 'wait'] as const)
		await tx.db
			.deleteFrom(table)
			.where('person_id', '=', personId)
			.where('circle_id', '=', circleId)
			.execute();
}
