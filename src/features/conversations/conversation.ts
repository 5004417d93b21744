import type { Id } from '#platform/ids.ts';

/** What can have a conversation. */
export type Kind = 'circle' | 'room' | 'aside' | 'pairing' | 'backup';

/** A conversation has the id of the circle, room or pairing that it belongs to. */
export type ConversationId = Id<Kind>;

/** Who somebody is in one conversation, and nowhere else. */
export type AliasId = Id<'alias'>;

/** What is watched live: `circle:0198…`. */
export const topicOf = (kind: Kind, id: ConversationId) => `${kind}:${id}`;
