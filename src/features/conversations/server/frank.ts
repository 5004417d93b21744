import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Reader, Tx } from '#platform/db.ts';
import { sealBytes, unseal, unsealBytes, type Key, type Sealed } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import { writtenOnce } from '#platform/written-once.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import type { MessageId } from '../message.ts';
import { bodyOf, noteOf, openingOf } from './numbering.ts';

/** Something that was said, and all that is needed to prove it later, whatever becomes of the message. */
export interface FrankedCopy {
	messageId: MessageId;
	conversationId: ConversationId;
	aliasId: AliasId;
	/** When it was said, or last said differently; ISO 8601. */
	at: string;
	body: string;
	contentNote: string;
	/** In base64; both are empty for what was said before there were franks, and prove nothing then. */
	opening: string;
	frank: string;
}

/** What a frank vouches for. */
export type Vouched = Pick<
	FrankedCopy,
	'messageId' | 'conversationId' | 'aliasId' | 'body' | 'contentNote'
> & {
	at: Date;
};

const DIGEST = 32;

/**
 * Commits to words without telling them: HMAC-SHA-256 under a random opening. Who has no opening learns nothing from it, and
 * nobody finds other words, or another opening, that it would fit.
 */
function commit(opening: Buffer, { body, contentNote }: Pick<Vouched, 'body' | 'contentNote'>): Buffer {
	const words = Buffer.from(body, 'utf8');
	const length = Buffer.alloc(4);
	length.writeUInt32BE(words.length);
	return createHmac('sha256', opening).update(length).update(words).update(contentNote, 'utf8').digest();
}

/** The server’s word, under a key that only it has, for who committed to it, where and when. */
const mark = (key: Key, commitment: Buffer, said: Omit<Vouched, 'body' | 'contentNote'>): Buffer =>
	createHmac('sha256', key)
		.update(
			`hearten frank 1\0${said.conversationId}\0${said.messageId}\0${said.aliasId}\0${said.at.getTime()}\0`,
		)
		.update(commitment)
		.digest();

/** The commitment, and the mark over it. */
export function frank(key: Key, said: Vouched): { opening: Buffer; frank: Buffer } {
	const opening = randomBytes(DIGEST);
	const commitment = commit(opening, said);
	return { opening, frank: Buffer.concat([commitment, mark(key, commitment, said)]) };
}

/** Whether exactly this was said, by this author, there and then. */
export function isVouchedFor(key: Key, said: Vouched, opening: Buffer, franked: Buffer): boolean {
	if (opening.length !== DIGEST || franked.length !== 2 * DIGEST || Number.isNaN(said.at.getTime()))
		return false;
	const commitment = commit(opening, said);
	return timingSafeEqual(Buffer.concat([commitment, mark(key, commitment, said)]), franked);
}

/** The columns that go with a message’s words: the opening goes with the words, the frank stays. */
export function frankColumns(key: Key, authorsKey: Key, said: Vouched): { opening: Sealed; frank: Buffer } {
	const made = frank(key, said);
	return { opening: sealBytes(authorsKey, made.opening, openingOf(said.messageId)), frank: made.frank };
}

const keyKept = writtenOnce((db) =>
	db
		.selectFrom('frank_key')
		.innerJoin('sealing_key', 'sealing_key.id', 'frank_key.key_id')
		.select(['sealing_key.id', 'sealing_key.master', 'sealing_key.wrapped']),
);

/**
 * What franks are made with: 256 random bits wrapped by the master key, as all keys are, so that a copy of the database makes
 * no franks, and franks outlive a change of the master key. The first message of an installation makes it.
 */
export async function frankKey(tx: Tx): Promise<Key> {
	const [kept] = await tx.ask(keyKept({}));
	return kept ? tx.vault.unwrap(kept) : makeFrankKey(tx);
}

async function makeFrankKey(tx: Tx): Promise<Key> {
	const { id, key } = await tx.vault.newKey(tx.db, tx.now);
	const mine = await tx.db
		.insertInto('frank_key')
		.values({ key_id: id })
		.onConflict((already) => already.column('one').doNothing())
		.returning('key_id')
		.executeTakeFirst();
	if (mine) return key;
	// Somebody else made it at the same moment, and has committed it by now.
	await tx.db.deleteFrom('sealing_key').where('id', '=', id).execute();
	const [theirs] = await keyKept({}).execute(tx.db);
	return tx.vault.unwrap(theirs!);
}

/** A message as a report takes it along; undefined once its words are gone. Whether it may be read is for the caller to ask. */
export async function frankedCopy(
	db: Reader,
	vault: Vault,
	messageId: MessageId,
): Promise<FrankedCopy | undefined> {
	const row = await db
		.selectFrom('message')
		.innerJoin('alias', 'alias.id', 'message.alias_id')
		.innerJoin('sealing_key', 'sealing_key.id', 'alias.key_id')
		.select([
			'message.id',
			'message.conversation_id',
			'message.alias_id',
			'message.posted_at',
			'message.edited_at',
		])
		.select(['message.body', 'message.content_note', 'message.opening', 'message.frank'])
		.select(['sealing_key.id as keyId', 'sealing_key.master', 'sealing_key.wrapped'])
		.where('message.id', '=', messageId)
		.executeTakeFirst();
	if (!row?.body) return undefined;
	const key = vault.unwrap({ id: row.keyId, master: row.master, wrapped: row.wrapped });
	const opening = row.opening && unsealBytes(key, row.opening, openingOf(row.id));
	return {
		messageId: row.id,
		conversationId: row.conversation_id,
		aliasId: row.alias_id,
		at: (row.edited_at ?? row.posted_at).toISOString(),
		body: unseal(key, row.body, bodyOf(row.id)),
		contentNote: row.content_note ? unseal(key, row.content_note, noteOf(row.id)) : '',
		opening: opening?.toString('base64') ?? '',
		frank: row.frank?.toString('base64') ?? '',
	};
}

/**
 * Whether a copy says what was really said: by whom, where, when, and in these words. It asks nothing of the message, which
 * may have been changed, taken back or shredded since; and nobody without the server’s own key can make a copy that passes.
 */
export async function verifyFrank(db: Reader, vault: Vault, copy: FrankedCopy): Promise<boolean> {
	const [kept] = await keyKept({}).execute(db);
	if (!kept) return false;
	const said = { ...copy, at: new Date(copy.at) };
	const [opening, franked] = [copy.opening, copy.frank].map((text) => Buffer.from(text, 'base64'));
	return isVouchedFor(vault.unwrap(kept), said, opening!, franked!);
}
