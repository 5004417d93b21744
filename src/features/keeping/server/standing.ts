import type { ServiceBodyId } from '#features/directory/events.ts';
import type { Viewer } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { Standing } from '../policy.ts';

/** What the rules of an organisation or region need to know about whoever is looking. */
export async function standingIn(
	db: Reader,
	bodyId: ServiceBodyId,
	viewer: Viewer | null,
): Promise<Standing> {
	const row = await db
		.selectFrom('service_body')
		.leftJoin('body_role', (join) =>
			join
				.onRef('body_role.service_body_id', '=', 'service_body.id')
				.on('body_role.person_id', '=', viewer?.id ?? nobody),
		)
		.select('body_role.role')
		.where('service_body.id', '=', bodyId)
		.executeTakeFirst();
	return { viewer, body: row !== undefined, role: row?.role ?? undefined };
}

/** An id no person has. */
const nobody = '00000000-0000-0000-0000-000000000000' as Viewer['id'];

/** The standing of whoever acts. */
export const actorIn = async (tx: Tx, bodyId: ServiceBodyId) =>
	standingIn(tx.db, bodyId, (await viewerById(tx.db, tx.actor)) ?? null);
