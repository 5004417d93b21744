import type { ServiceBodyId } from '#features/directory/events.ts';
import { personByNickname } from '#features/people/server/index.ts';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import { roleGiven, roleTaken } from '../events.ts';
import type { Role } from '../keeping.ts';
import { may } from '../policy.ts';
import { actorIn } from './standing.ts';

/** Asks somebody to keep the listings of a body with the others, by the nickname they go by; or to do so otherwise. */
export async function giveRole(
	tx: Tx,
	{ bodyId, nickname, role }: { bodyId: ServiceBodyId; nickname: string; role: Role },
) {
	const ruling = may.appoint(await actorIn(tx, bodyId));
	if (ruling.refused) return ruling;
	const person = await personByNickname(tx.db, nickname);
	if (!person) return refuse('nobody-called-that');

	await tx.db
		.insertInto('body_role')
		.values({ service_body_id: bodyId, person_id: person.id, role, given_at: tx.now })
		.onConflict((has) =>
			has.columns(['service_body_id', 'person_id']).doUpdateSet({ role, given_at: tx.now }),
		)
		.execute();
	await tx.announce(roleGiven({ bodyId, personId: person.id, role }));
	return { given: role };
}

/** Somebody keeps its listings no more. Anybody can step back by themselves. */
export async function takeRole(tx: Tx, { bodyId, personId }: { bodyId: ServiceBodyId; personId: PersonId }) {
	const standing = await actorIn(tx, bodyId);
	const ruling = personId === tx.actor ? may.see(standing) : may.appoint(standing);
	if (ruling.refused) return ruling;

	const taken = await tx.db
		.deleteFrom('body_role')
		.where('service_body_id', '=', bodyId)
		.where('person_id', '=', personId)
		.executeTakeFirst();
	if (taken.numDeletedRows > 0n) await tx.announce(roleTaken({ bodyId, personId }));
	return { taken: personId };
}
