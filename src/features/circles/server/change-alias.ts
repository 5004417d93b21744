import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { aliasChanged } from '../events.ts';
import { aliasIn } from './aliases.ts';
import { touchMessagesOf } from './conversation.ts';

/** Goes by another name in this circle. Nothing anywhere links it with the nickname or with other circles. */
export async function changeAlias(tx: Tx, { circleId, name }: { circleId: CircleId; name: string }) {
	const alias = await aliasIn(tx.db, circleId, tx.actor);
	if (!alias) return refuse('not-seated');
	if (alias.name === name) return { name };

	const taken = await tx.db
		.selectFrom('alias')
		.select('id')
		.where('circle_id', '=', circleId)
		.where('id', '!=', alias.id)
		.where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
		.executeTakeFirst();
	if (taken) return refuse('alias-taken');

	await tx.db.updateTable('alias').set({ name }).where('id', '=', alias.id).execute();
	await touchMessagesOf(tx, circleId, alias.id);
	await tx.announce(aliasChanged({ circleId, aliasId: alias.id }));
	return { name };
}
