import { sql } from 'kysely';
import { betweenSql } from '#features/blocks/server/index.ts';
import { holdStill } from '#features/conversations/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PairingId } from '../pairing.ts';
import type { Standing } from '../policy.ts';

/** What the rules of a pairing need to know. */
export async function standingIn(db: Reader, id: PairingId, viewer: Viewer | null): Promise<Standing> {
	const pairing = await db
		.selectFrom('pairing')
		.select([
			'id',
			'supporter_id as supporterId',
			'member_id as memberId',
			'began_at as beganAt',
			'ended_at as endedAt',
			sql<boolean>`exists (select from duty where duty.person_id = pairing.supporter_id
				and duty.duty = 'supporter')`.as('supporterAsked'),
			betweenSql(sql.ref('pairing.supporter_id'), sql.ref('pairing.member_id')).as('apart'),
		])
		.where('id', '=', id)
		.executeTakeFirst();
	return { viewer, pairing };
}

/** The same for whoever acts, with the pairing held still until the transaction ends. */
export async function actorStill(tx: Tx, id: PairingId): Promise<Standing> {
	const viewer = (await viewerById(tx.db, tx.actor)) ?? null;
	const there = await standingIn(tx.db, id, viewer);
	if (!there.pairing) return there;
	await holdStill(tx, id);
	return standingIn(tx.db, id, viewer);
}
