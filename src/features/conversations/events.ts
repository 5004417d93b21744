import { fact } from '#platform/event.ts';
import type { AliasId } from './conversation.ts';
import type { MessageId } from './message.ts';

/** The topic names the circle, room or pairing: `circle:0198…`. */
type Said = { topic: string; messageId: MessageId };
const topic = ({ topic }: { topic: string }) => topic;

export const messagePosted = fact<Said>('conversations.message-posted', topic);
export const messageEdited = fact<Said>('conversations.message-edited', topic);
export const messageRemoved = fact<Said>('conversations.message-removed', topic);
export const messageHidden = fact<Said & { because: string }>('conversations.message-hidden', topic);
export const messageShown = fact<Said>('conversations.message-shown', topic);
export const aliasChanged = fact<{ topic: string; aliasId: AliasId }>('conversations.alias-changed', topic);
