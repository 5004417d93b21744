import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Key } from '#platform/seal.ts';
import { writtenOnce } from '#platform/written-once.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import type { MessageId } from '../message.ts';

/** Somebody who wants to speak, as they are known here. */
export interface Voice {
	id: AliasId;
	name: string;
	/** What seals their words; undefined once erased. */
	key: Key | undefined;
	/** What they have said before with the same client id. */
	already: { id: MessageId; place: number } | undefined;
}

/** Everybody who wants to speak and is somebody in this conversation, in one query. */
export async function voicesIn(
	tx: Tx,
	conversationId: ConversationId,
	group: readonly { by: PersonId; clientId: string }[],
): Promise<Map<PersonId, Voice>> {
	const people = group.map(({ by }) => by);
	const clientIds = group.map(({ clientId }) => clientId);
	const rows = await tx.ask(voicesOf({ conversationId, people, clientIds }));
	return new Map(
		rows.map(({ person_id, id, name, key_id, master, wrapped, message_id, place }) => [
			person_id,
			{
				id,
				name,
				key: key_id ? tx.vault.unwrap({ id: key_id, master: master!, wrapped: wrapped! }) : undefined,
				already: message_id ? { id: message_id, place: place! } : undefined,
			},
		]),
	);
}

interface Asking {
	conversationId: ConversationId;
	people: readonly PersonId[];
	/** What each of them calls their message. */
	clientIds: readonly string[];
}

const voicesOf = writtenOnce((db, { conversationId, people, clientIds }: Asking) =>
	db
		.selectFrom(
			sql<{ person_id: PersonId; client_id: string }>`
				unnest(${people}::uuid[], ${clientIds}::uuid[])`.as<'asking'>(sql`asking (person_id, client_id)`),
		)
		.innerJoin('alias', (join) =>
			join.onRef('alias.person_id', '=', 'asking.person_id').on('alias.conversation_id', '=', conversationId),
		)
		.leftJoin('sealing_key', 'sealing_key.id', 'alias.key_id')
		.leftJoin('message', (join) =>
			join.onRef('message.alias_id', '=', 'alias.id').onRef('message.client_id', '=', 'asking.client_id'),
		)
		.select([
			'asking.person_id',
			'alias.id',
			'alias.name',
			'sealing_key.id as key_id',
			'sealing_key.master',
			'sealing_key.wrapped',
			'message.id as message_id',
			'message.place',
		]),
);
