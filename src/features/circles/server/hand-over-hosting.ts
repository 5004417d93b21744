import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { AliasId, CircleId } from '../circle.ts';
import { hostingHandedOver } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { personBehind } from './aliases.ts';
import { holdStill } from './standing.ts';

/** Makes a member a host as well. Two hosts are better than one; the first may step back afterwards. */
export async function handOverHosting(tx: Tx, { circleId, alias }: { circleId: CircleId; alias: AliasId }) {
	await holdStill(tx, circleId);
	const ruling = may.host(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const personId = await personBehind(tx.db, circleId, alias);
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
