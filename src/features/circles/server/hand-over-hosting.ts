import type { AliasId } from '#features/conversations/conversation.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { decideTakeOn, type CircleId } from '../circle.ts';
import { circleRested, hostingHandedOver } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { personBehind } from '#features/conversations/server/index.ts';
import { holdStill } from './standing.ts';

/** Makes a member a host as well. Two hosts are better than one; the first may step back afterwards. */
export async function handOverHosting(tx: Tx, { circleId, alias }: { circleId: CircleId; alias: AliasId }) {
	await holdStill(tx, circleId);
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const personId = await personBehind(tx, circleId, alias);
	if (!personId) return refuse('not-seated');

	const handed = await tx.db
		.updateTable('seat')
		.set({ role: 'host', quiet_until: null })
		.where('circle_id', '=', circleId)
		.where('person_id', '=', personId)
		.executeTakeFirst();
	if (handed.numUpdatedRows === 0n) return refuse('not-seated');
	await tx.announce(hostingHandedOver({ circleId, personId }));
	return { host: alias };
}

/** Takes on hosting where nobody does any more. Two at once: one does. The circle rests until its host resumes it. */
export async function takeOnHosting(tx: Tx, circleId: CircleId) {
	const gathering = await holdStill(tx, circleId);
	const decision = gathering ? decideTakeOn(gathering, tx.actor) : refuse('not-seated');
	if ('refused' in decision) return decision;

	await tx.db
		.updateTable('seat')
		.set({ role: 'host', quiet_until: null })
		.where('circle_id', '=', circleId)
		.where('person_id', '=', tx.actor)
		.execute();
	await tx.announce(hostingHandedOver({ circleId, personId: tx.actor }));
	return decision;
}

/** Lets a circle rest that has lost its last host: nobody is left to look after what is said in it. */
export async function restWithoutHost(tx: Tx, circleId: CircleId) {
	const rested = await tx.db
		.updateTable('circle')
		.set({ state: 'resting' })
		.where('id', '=', circleId)
		.where('state', '=', 'gathering')
		.where((where) =>
			where.not(
				where.exists(
					where
						.selectFrom('seat')
						.select('person_id')
						.where('circle_id', '=', circleId)
						.where('role', '=', 'host'),
				),
			),
		)
		.executeTakeFirst();
	if (rested.numUpdatedRows > 0n) await tx.announce(circleRested({ circleId }));
}

/** Steps back from hosting and keeps the seat, as long as another host is there. */
export async function stepBackFromHosting(tx: Tx, circleId: CircleId) {
	const gathering = await holdStill(tx, circleId);
	const hosts = gathering?.seats.filter((seat) => seat.role === 'host') ?? [];
	if (!hosts.some((seat) => seat.personId === tx.actor)) return refuse('not-a-host');
	if (hosts.length === 1) return refuse('last-host');

	await tx.db
		.updateTable('seat')
		.set({ role: 'member' })
		.where('circle_id', '=', circleId)
		.where('person_id', '=', tx.actor)
		.execute();
	await tx.announce(hostingHandedOver({ circleId, personId: tx.actor }));
	return { host: false };
}
