import { sql } from 'kysely';
import type { Heard } from '#features/attention/hearing.ts';
import { seal, type Key } from '#platform/seal.ts';
import { by as whose } from '#platform/topic.ts';
import { writtenOnce } from '#platform/written-once.ts';
import type { ConversationId } from '../conversation.ts';
import type { MessageId } from '../message.ts';
import { frankColumns } from './frank.ts';
import type { LineBy } from './lines.ts';
import { bodyOf, noteOf } from './numbering.ts';
import type { Spoken } from './post-message.ts';
import type { Voice } from './voices.ts';

/** A message that will be said, with everything that is known of it. */
export interface Post {
	id: MessageId;
	place: number;
	change: number;
	spoken: Spoken;
	heard: Heard;
	voice: Voice;
}

/** Everything that is said together, sealed, as one statement. */
export function writing(conversationId: ConversationId, posts: readonly Post[], key: Key) {
	const sealed = posts.map(({ id, spoken: { body, contentNote, at }, voice }) => ({
		body: seal(voice.key!, body, bodyOf(id)),
		note: contentNote ? seal(voice.key!, contentNote, noteOf(id)) : null,
		...frankColumns(key, voice.key!, {
			...{ conversationId, messageId: id, aliasId: voice.id, at, body, contentNote },
		}),
	}));
	return rowsSaid({
		conversationId,
		ids: posts.map(({ id }) => id),
		places: posts.map(({ place }) => place),
		changes: posts.map(({ change }) => change),
		aliases: posts.map(({ voice }) => voice.id),
		clientIds: posts.map(({ spoken }) => spoken.clientId),
		bodies: sealed.map(({ body }) => body),
		notes: sealed.map(({ note }) => note),
		openings: sealed.map(({ opening }) => opening),
		franks: sealed.map(({ frank }) => frank),
		replies: posts.map(({ spoken }) => spoken.replyTo ?? null),
		moments: posts.map(({ spoken }) => spoken.at),
	});
}

interface Row {
	id: MessageId;
	place: number;
	change: number;
	alias_id: Voice['id'];
	client_id: string;
	body: Buffer;
	content_note: Buffer | null;
	opening: Buffer;
	frank: Buffer;
	reply_to: number | null;
	posted_at: Date;
}

interface Rows {
	conversationId: ConversationId;
	ids: readonly MessageId[];
	places: readonly number[];
	changes: readonly number[];
	aliases: readonly Voice['id'][];
	clientIds: readonly string[];
	bodies: readonly Buffer[];
	notes: readonly (Buffer | null)[];
	openings: readonly Buffer[];
	franks: readonly Buffer[];
	replies: readonly (number | null)[];
	moments: readonly Date[];
}

const columns = [
	'id',
	'place',
	'change',
	'alias_id',
	'client_id',
	'body',
	'content_note',
	'opening',
	'frank',
	'reply_to',
	'posted_at',
] as const;

/** Several rows by one statement, which is the same however many there are. */
const rowsSaid = writtenOnce((db, given: Rows) =>
	db
		.insertInto('message')
		.columns(['conversation_id', ...columns])
		.expression((from) =>
			from
				.selectFrom(
					sql<Row>`unnest(
						${given.ids}::uuid[],
						${given.places}::int[],
						${given.changes}::int[],
						${given.aliases}::uuid[],
						${given.clientIds}::uuid[],
						${given.bodies}::bytea[],
						${given.notes}::bytea[],
						${given.openings}::bytea[],
						${given.franks}::bytea[],
						${given.replies}::int[],
						${given.moments}::timestamptz[]
					)`.as<'said'>(sql`said (${sql.join(columns.map((name) => sql.ref(name)))})`),
				)
				.select([sql<ConversationId>`${given.conversationId}::uuid`.as('conversation_id'), ...columns]),
		),
);

/** What was just said, as everybody who may read it sees it. */
export const lineOf = ({ place, change, voice, spoken }: Post): LineBy => ({
	[whose]: spoken.by,
	place,
	change,
	author: { id: voice.id, name: voice.name },
	state: 'said',
	body: spoken.body,
	contentNote: spoken.contentNote,
	replyTo: spoken.replyTo ?? null,
	postedAt: spoken.at.toISOString(),
	edited: false,
	hiddenBecause: '',
	resonances: [],
});
