import type { AliasId } from '#features/conversations/conversation.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after } from '#platform/time.ts';
import { ONE_CARD_FOR, type CardId } from '../card.ts';

const cards = (db: Reader) =>
	db
		.selectFrom('card')
		.innerJoin('alias', 'alias.id', 'card.alias_id')
		.innerJoin('person', 'person.id', 'alias.person_id')
		.innerJoin('conversation', 'conversation.id', 'alias.conversation_id')
		.select([
			'person.age_band as ageBand',
			'person.country',
			'card.id',
			'card.kind',
			'card.answer',
			'card.message_id as messageId',
			'conversation.kind as home',
			'conversation.id as conversationId',
		]);

/** A card that somebody was dealt; undefined when it is another’s, or gone. */
export const cardOf = (db: Reader, personId: PersonId, cardId: CardId) =>
	cards(db).where('card.id', '=', cardId).where('alias.person_id', '=', personId).executeTakeFirst();

/** The card that lies before somebody in one conversation, until they have answered it or half a day has gone. */
export const cardBefore = (db: Reader, aliasId: AliasId, now: Date) =>
	cards(db)
		.where('card.alias_id', '=', aliasId)
		.where('card.answer', 'is', null)
		.where('card.made_at', '>', after(now, -ONE_CARD_FOR))
		.orderBy('card.made_at', 'desc')
		.limit(1)
		.executeTakeFirst();
