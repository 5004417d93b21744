import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { blockedWith } from '#features/blocks/server/index.ts';
import { decideJoin, type CircleId, type Gathering } from '../circle.ts';
import { seatAsked, seatTaken } from '../events.ts';
import { may, type Standing } from '../policy.ts';
import { actorIn } from './acting.ts';
import { beSomebody, isKeptOut, mayBeNew } from '#features/conversations/server/index.ts';
import { useInvitation } from './invitations.ts';
import { holdStill } from './standing.ts';

/** Asks for a seat. Holds the circle still while deciding, so the last seat is given once. */
export async function joinCircle(
	tx: Tx,
	circleId: CircleId,
	{ invitation }: { invitation?: string | undefined } = {},
) {
	const gathering = await holdStill(tx, circleId);
	const here = await actorIn(tx, circleId);
	const invited = invitation !== undefined && (await useInvitation(tx, circleId, invitation));

	const newHere = await mayBeNew(tx, circleId);
	if (newHere.refused) return newHere;
	const standing = { ...here, invited: invited || satInByInvitation(here) };
	const ruling = may.askForSeat(standing);
	if (ruling.refused) return ruling;
	if (await isKeptOut(tx.db, { id: circleId, personId: tx.actor }, tx.now)) return refuse('kept-out');
	const decision = decideJoin(gathering!, {
		personId: tx.actor,
		ageBand: standing.viewer!.ageBand,
		invited: standing.invited,
		answered: await hasAnAnswer(tx, gathering!),
	});
	if ('refused' in decision) return decision;

	await beSomebody(tx, circleId);
	if (decision.seat === 'taken') await takeSeat(tx, circleId);
	else await waitInLine(tx, circleId, decision.seat);
	return decision;
}

/**
 * Whether anybody could answer the actor. Where nobody hosts there will be somebody, who takes it on; where every host is
 * somebody whom a block stands between, nobody would.
 */
async function hasAnAnswer(tx: Tx, { seats }: Gathering): Promise<boolean> {
	const hosts = seats.filter(({ role }) => role === 'host');
	if (hosts.length === 0) return true;
	const apart = await blockedWith(tx.db, tx.actor);
	return hosts.some(({ personId }) => !apart.has(personId));
}

/** Whoever sits in already has used up the invitation they came by. */
const satInByInvitation = ({ observing, circle }: Standing) =>
	observing && circle?.joining === 'by-invitation';

/** Seats the actor, who from then on neither waits nor observes. */
export async function takeSeat(tx: Tx, circleId: CircleId) {
	const mine = { circle_id: circleId, person_id: tx.actor };
	for (const table of ['wait', 'observer'] as const)
		await tx.db
			.deleteFrom(table)
			.where('circle_id', '=', circleId)
			.where('person_id', '=', tx.actor)
			.execute();
	await tx.db
		.insertInto('seat')
		.values({ ...mine, role: 'member', taken_at: tx.now, quiet_until: null, resting: false })
		.execute();
	await tx.announce(seatTaken({ circleId, personId: tx.actor }));
}

async function waitInLine(tx: Tx, circleId: CircleId, state: 'asked' | 'waiting') {
	const wait = { circle_id: circleId, person_id: tx.actor, state, since: tx.now, offered_until: null };
	const { numInsertedOrUpdatedRows } = await tx.db
		.insertInto('wait')
		.values(wait)
		.onConflict((again) => again.doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows) await tx.announce(seatAsked({ circleId, personId: tx.actor }));
}
