import { sql } from 'kysely';
import { notBetween } from '#features/blocks/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { unseal, type Key, type Sealed } from '#platform/seal.ts';
import { by } from '#platform/topic.ts';
import type { KeyId, Vault } from '#platform/vault.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import { BY_STEWARDS, type MessageLine, type Resonance } from '../message.ts';
import { bodyOf, noteOf } from './numbering.ts';

const PAGE = 50;
const CATCH_UP = 200;
/** So many lines on either side are enough to understand what a line meant. */
const AROUND = 5;

/**
 * Who is reading: hosts see what hosts have hidden, and authors their own; to everyone else it is not there. What somebody
 * said whom a block stands between is not there for either of the two, host or not.
 */
export interface ReaderOfLines {
	personId: PersonId | null;
	aliasId: AliasId | undefined;
	host: boolean;
}

/** The latest page of a conversation, or the page before a place; oldest line first. */
export async function messagesBefore(
	db: Reader,
	vault: Vault,
	conversationId: ConversationId,
	reader: ReaderOfLines,
	before?: number,
): Promise<MessageLine[]> {
	const newestFirst = await lineQuery(db, conversationId, reader)
		.where('message.place', '<', before ?? 2 ** 31 - 1)
		.orderBy('message.place', 'desc')
		.limit(PAGE)
		.execute();
	return open(vault, newestFirst.reverse(), reader);
}

/**
 * Everything that changed after this change; for everybody at once, as those who are neither host nor author may read it,
 * and with whose it is beside it, so that each is given what is for them.
 */
export async function changesAfter(
	db: Reader,
	vault: Vault,
	conversationId: ConversationId,
	change: number,
	reader: ReaderOfLines = { personId: null, aliasId: undefined, host: false },
): Promise<LineBy[]> {
	const rows = await lineQuery(db, conversationId, reader)
		.where('message.change', '>', change)
		.orderBy('message.change')
		.limit(CATCH_UP)
		.execute();
	return open(vault, rows, reader).map((line, n) => ({ ...line, [by]: rows[n]!.personId }));
}

/** A line, and whose it is: see `platform/topic.ts`. */
export type LineBy = MessageLine & { [by]: PersonId | null };

/** One message, for the page where it is changed. */
export async function messageLineAt(
	db: Reader,
	vault: Vault,
	conversationId: ConversationId,
	reader: ReaderOfLines,
	place: number,
) {
	const rows = await lineQuery(db, conversationId, reader).where('message.place', '=', place).execute();
	return open(vault, rows, reader)[0];
}

/**
 * What was said just before and after a place, as those who are neither host nor author could read it: for stewards at
 * work, between whom and anybody no block stands.
 */
export async function linesAround(
	db: Reader,
	vault: Vault,
	conversationId: ConversationId,
	place: number,
): Promise<MessageLine[]> {
	const reader = { personId: null, aliasId: undefined, host: false };
	const rows = await lineQuery(db, conversationId, reader)
		.where('message.place', '>=', place - AROUND)
		.where('message.place', '<=', place + AROUND)
		.orderBy('message.place')
		.execute();
	return open(vault, rows, reader);
}

const lineQuery = (
	db: Reader,
	conversationId: ConversationId,
	{ personId }: Pick<ReaderOfLines, 'personId'>,
) =>
	db
		.selectFrom('message')
		.innerJoin('alias', 'alias.id', 'message.alias_id')
		.leftJoin('sealing_key', 'sealing_key.id', 'alias.key_id')
		.select([
			'message.id',
			'message.place',
			'message.change',
			'message.body',
			'message.content_note as contentNote',
			'message.reply_to as replyTo',
			'message.posted_at as postedAt',
			'message.edited_at as editedAt',
			'message.removed_at as removedAt',
			'message.hidden_at as hiddenAt',
			'message.hidden_because as hiddenBecause',
			'message.withheld_at as withheldAt',
			'alias.id as aliasId',
			'alias.name as aliasName',
			'alias.person_id as personId',
			'sealing_key.id as keyId',
			'sealing_key.master',
			'sealing_key.wrapped',
			sql<
				Resonance[]
			>`array(select distinct kind from resonance where message_id = message.id order by kind)`.as(
				'resonances',
			),
		])
		.where('message.conversation_id', '=', conversationId)
		.where((where) => notBetween(where, personId, 'alias.person_id'));

type Row = Awaited<ReturnType<ReturnType<typeof lineQuery>['execute']>>[number];

/** Unwraps each author’s key once. Without its key, a message is gone. */
function open(vault: Vault, rows: readonly Row[], { aliasId, host }: ReaderOfLines): MessageLine[] {
	const keys = new Map<KeyId, Key>();
	for (const { keyId, master, wrapped } of rows)
		if (keyId && master && wrapped && !keys.has(keyId))
			keys.set(keyId, vault.unwrap({ id: keyId, master, wrapped }));

	return rows.map((row) => {
		const key = row.keyId ? keys.get(row.keyId) : undefined;
		const state = stateOf(row, key);
		const asHost = host && !row.withheldAt;
		const readable = state === 'said' || (state === 'hidden' && (asHost || row.aliasId === aliasId));
		return {
			place: row.place,
			change: row.change,
			author: { id: row.aliasId, name: row.aliasName },
			state,
			body: readable ? words(key, row.body, bodyOf(row.id)) : '',
			contentNote: readable ? words(key, row.contentNote, noteOf(row.id)) : '',
			replyTo: row.replyTo,
			postedAt: row.postedAt.toISOString(),
			edited: row.editedAt !== null,
			hiddenBecause: hidingOf(state, row),
			resonances: state === 'said' ? row.resonances : [],
		};
	});
}

function stateOf({ removedAt, hiddenAt, withheldAt, body }: Row, key: Key | undefined): MessageLine['state'] {
	if (removedAt || !body || !key) return 'gone';
	return hiddenAt || withheldAt ? 'hidden' : 'said';
}

const hidingOf = (state: MessageLine['state'], { hiddenBecause, withheldAt }: Row) =>
	state !== 'hidden' ? '' : withheldAt ? BY_STEWARDS : (hiddenBecause ?? '');

const words = (key: Key | undefined, sealed: Sealed | null, context: string) =>
	key && sealed ? unseal(key, sealed, context) : '';
