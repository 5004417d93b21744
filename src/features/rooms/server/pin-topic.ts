import { aliasIn, keyOf } from '#features/conversations/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { seal, unseal } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { may } from '../policy.ts';
import type { RoomId, TopicId } from '../room.ts';
import { keepPace } from './pace.ts';
import { holdRoomStill } from './standing.ts';
import { tellDoor } from './tell-door.ts';

/** More than this is a notice board. */
const MOST = 5;

/** Pins a short line where everybody in the room sees it. */
export async function pinTopic(tx: Tx, { roomId, words }: { roomId: RoomId; words: string }) {
	const pace = await keepPace(tx, 'hold');
	if (pace.refused) return pace;
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	if (ruling.refused) return ruling;
	const pinned = await tx.db.selectFrom('pinned_topic').select('id').where('room_id', '=', roomId).execute();
	if (pinned.length >= MOST) return refuse('enough-pinned');

	const alias = (await aliasIn(tx.db, roomId, tx.actor))!;
	const id: TopicId = tx.newId();
	const sealed = seal(await keyOf(tx, alias.id), words, contextOf(id));
	await tx.db
		.insertInto('pinned_topic')
		.values({ id, room_id: roomId, alias_id: alias.id, words: sealed, pinned_at: tx.now })
		.execute();
	await tellDoor(tx, roomId, { stirred: true });
	return { topicId: id };
}

export async function unpinTopic(tx: Tx, { roomId, topic }: { roomId: RoomId; topic: TopicId }) {
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	if (ruling.refused) return ruling;
	await tx.db.deleteFrom('pinned_topic').where('id', '=', topic).where('room_id', '=', roomId).execute();
	await tellDoor(tx, roomId, { stirred: true });
	return { unpinned: topic };
}

/** What is pinned, oldest first; what was sealed by somebody who has gone is not there. */
export async function pinnedIn(db: Reader, vault: Vault, roomId: RoomId) {
	const rows = await db
		.selectFrom('pinned_topic')
		.innerJoin('alias', 'alias.id', 'pinned_topic.alias_id')
		.innerJoin('sealing_key', 'sealing_key.id', 'alias.key_id')
		.select(['pinned_topic.id', 'pinned_topic.words', 'alias.person_id as personId'])
		.select(['sealing_key.id as keyId', 'sealing_key.master', 'sealing_key.wrapped'])
		.where('pinned_topic.room_id', '=', roomId)
		.orderBy('pinned_topic.pinned_at')
		.execute();
	return rows.map(({ id, words, personId, keyId, master, wrapped }) => ({
		id,
		personId,
		words: unseal(vault.unwrap({ id: keyId, master, wrapped }), words, contextOf(id)),
	}));
}

const contextOf = (id: TopicId) => `pinned-topic:${id}`;
