import { nicknameKey, readNickname } from '#features/people/nickname.ts';
import type { Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import type { CircleId } from '../circle.ts';
import { aliasChanged } from '../events.ts';
import { may } from '../policy.ts';
import { actorIn } from './acting.ts';
import { aliasIn, isTaken } from './aliases.ts';
import { touchMessagesOf } from './conversation.ts';
import { keepPace } from './pace.ts';
import { holdStill } from './standing.ts';

/** Goes by another name in this circle. Nothing anywhere links it with the nickname or with other circles. */
export async function changeAlias(tx: Tx, { circleId, name: typed }: { circleId: CircleId; name: string }) {
	const pace = await keepPace(tx, 'rename');
	if (pace.refused) return pace;
	await holdStill(tx, circleId);
	const ruling = may.rename(await actorIn(tx, circleId));
	if (ruling.refused) return ruling;
	const read = readNickname(typed);
	if ('refused' in read) return read;
	const alias = await aliasIn(tx.db, circleId, tx.actor);
	if (!alias) return refuse('not-seated');
	const name = read.nickname;
	if (alias.name === name) return { name };
	if (await isTaken(tx, circleId, name)) return refuse('alias-taken');

	await tx.db
		.updateTable('alias')
		.set({ name, name_key: nicknameKey(name) })
		.where('id', '=', alias.id)
		.execute();
	await touchMessagesOf(tx, circleId, alias.id);
	await tx.announce(aliasChanged({ circleId, aliasId: alias.id }));
	return { name };
}
