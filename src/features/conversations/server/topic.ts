import { isId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import type { Topic } from '#platform/topic.ts';
import type { ConversationId } from '../conversation.ts';
import type { MessageLine } from '../message.ts';
import type { Home } from './home.ts';
import { changesAfter } from './lines.ts';

/** Watching a conversation needs exactly what reading it needs. */
export const conversationTopic = ({ kind, mayRead }: Home): Topic<MessageLine> => ({
	prefix: kind,

	admit: async (db, viewer, id, now) =>
		isId(id) ? mayRead(db, viewer, id as unknown as ConversationId, now) : refuse('not-found'),

	since: (db, vault, id, change) => changesAfter(db, vault, id as ConversationId, change),

	async latest(db, id) {
		const conversation = await db
			.selectFrom('conversation')
			.select('last_change')
			.where('id', '=', id as ConversationId)
			.executeTakeFirst();
		return conversation?.last_change ?? 0;
	},
});
