import { blockedWith } from '#features/blocks/server/index.ts';
import { isId } from '#platform/ids.ts';
import { refuse } from '#platform/ruling.ts';
import type { Topic } from '#platform/topic.ts';
import type { AliasId, ConversationId } from '../conversation.ts';
import type { MessageLine } from '../message.ts';
import { aliasIn } from './aliases.ts';
import type { Home } from './home.ts';
import { changesAfter } from './lines.ts';

/** Watching a conversation needs exactly what reading it needs. */
export const conversationTopic = ({ kind, mayRead, mayWrite }: Home): Topic<MessageLine> => ({
	prefix: kind,

	admit: async (db, viewer, id, now) =>
		isId(id) ? mayRead(db, viewer, id as unknown as ConversationId, now) : refuse('not-found'),

	since: (db, vault, id, change) => changesAfter(db, vault, id as ConversationId, change),

	hiddenFrom: blockedWith,

	async latest(db, id) {
		const conversation = await db
			.selectFrom('conversation')
			.select('last_change')
			.where('id', '=', id as ConversationId)
			.executeTakeFirst();
		return conversation?.last_change ?? 0;
	},

	writing: {
		async as(db, viewer, id, now) {
			const ruling = await mayWrite(db, viewer, id as ConversationId, now);
			return ruling.refused ? undefined : (await aliasIn(db, id as ConversationId, viewer))?.id;
		},

		async who(db, id, as) {
			const alias = await db
				.selectFrom('alias')
				.select(['id', 'name', 'person_id'])
				.where('id', '=', as as AliasId)
				.where('conversation_id', '=', id as ConversationId)
				.executeTakeFirst();
			if (!alias?.person_id) return undefined;
			return { author: { id: alias.id, name: alias.name }, personId: alias.person_id };
		},
	},
});
