import { becauseOf } from '#features/attention/card.ts';
import { cardBefore, cardOf, dutyFor } from '#features/attention/server/index.ts';
import type { CardId, CardKind } from '#features/attention/card.ts';
import { emergencyIn } from '#features/safety/lines/emergency.ts';
import { read } from '#features/safety/reading/read.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { unseal } from '#platform/seal.ts';
import type { Vault } from '#platform/vault.ts';
import type { AliasId, ConversationId, Kind } from '../conversation.ts';
import type { MessageId } from '../message.ts';
import { bodyOf } from './numbering.ts';

/** A card, as whoever wrote the words sees it. */
export interface CardShown {
	id: CardId;
	kind: CardKind;
	answer: 'not-meant' | 'enough' | null;
	/** Keys of the sentences that say what the words read like. None, once they have been taken back. */
	because: readonly string[];
	duty: { held: boolean; from: Date | null };
	/** What to dial where its author has said they are. */
	emergency: string | undefined;
	home: Kind;
	conversationId: ConversationId;
}

/** The card that lies before somebody in a conversation. */
export async function cardIn(
	db: Reader,
	vault: Vault,
	{ aliasId, now }: { aliasId: AliasId; now: Date },
): Promise<CardShown | undefined> {
	const card = await cardBefore(db, aliasId, now);
	return card && shown(db, vault, card, now);
}

/** A card of somebody’s own; undefined when it is not theirs, or gone. */
export async function cardAt(
	db: Reader,
	vault: Vault,
	{ personId, cardId, now }: { personId: PersonId; cardId: CardId; now: Date },
): Promise<CardShown | undefined> {
	const card = await cardOf(db, personId, cardId);
	return card && shown(db, vault, card, now);
}

type Card = NonNullable<Awaited<ReturnType<typeof cardOf>>>;

const shown = async (db: Reader, vault: Vault, card: Card, now: Date): Promise<CardShown> => ({
	...{ id: card.id, kind: card.kind, answer: card.answer, home: card.home },
	conversationId: card.conversationId,
	because: await becauseOfMessage(db, vault, card.messageId),
	duty: await dutyFor(db, card.ageBand, now),
	emergency: emergencyIn(card.country),
});

/** Why there is a card is not kept with it: the words are read again. */
async function becauseOfMessage(db: Reader, vault: Vault, id: MessageId): Promise<string[]> {
	const message = await db
		.selectFrom('message')
		.innerJoin('alias', 'alias.id', 'message.alias_id')
		.select(['message.body', 'alias.key_id'])
		.where('message.id', '=', id)
		.executeTakeFirst();
	const key = message?.key_id && (await vault.key(db, message.key_id));
	return key && message.body ? becauseOf(read(unseal(key, message.body, bodyOf(id)))) : [];
}
