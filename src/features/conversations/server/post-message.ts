import { sql } from 'kysely';
import type { Spine, Tx } from '#platform/db.ts';
import { transact } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { countOf } from '#platform/rate-limit.ts';
import { refuse, type Refused, type Ruling } from '#platform/ruling.ts';
import { seal, type Key } from '#platform/seal.ts';
import { together } from '#platform/together.ts';
import { writtenOnce } from '#platform/written-once.ts';
import { topicOf, type ConversationId } from '../conversation.ts';
import { messagePosted } from '../events.ts';
import type { MessageId, MessageLine } from '../message.ts';
import { frankColumns, frankKey } from './frank.ts';
import { bodyOf, holding, noteOf, numbering } from './numbering.ts';
import { paces } from './pace.ts';
import { voicesIn, type Voice } from './voices.ts';

export interface Saying {
	body: string;
	contentNote: string;
	replyTo: number | undefined;
	clientId: string;
}

/** Something somebody wants to say, at a moment of theirs. */
export interface Spoken extends Saying {
	by: PersonId;
	at: Date;
}

/**
 * The rule of the place. It is asked for all who want to speak, behind everything that holds them still, and answers for
 * each of them.
 */
export type MaySpeak<Reason extends string> = (
	tx: Tx,
	people: readonly PersonId[],
) => Promise<(person: PersonId, at: Date) => Ruling<Reason>>;

type Posted<Reason extends string> =
	{ id: MessageId; place: number } | Refused<Reason | 'too-fast' | 'no-such-message'>;

/** As many as are said together at most. */
const AT_ONCE = 32;

/**
 * What pages say in one kind of place. Whatever is said in a conversation while something else is being said there is said
 * together, in the order it came and in one transaction: each is decided by itself, and nobody waits for the other’s
 * commit. One person says one thing at a time.
 */
export const speaking = <Reason extends string>(maySpeak: (id: ConversationId) => MaySpeak<Reason>) => {
	const say = together(
		async (group: readonly { spine: Spine; id: ConversationId; spoken: Spoken }[]) => {
			const { spine, id, spoken } = group[0]!;
			const said = await transact(spine, { actor: spoken.by, now: spoken.at }, (tx) =>
				postMessages(
					tx,
					id,
					group.map((each) => each.spoken),
					maySpeak(id),
				),
			);
			spine.handOver?.(said.topic, said.lines);
			return said.outcomes;
		},
		{ atMost: AT_ONCE, apart: ({ spoken }) => spoken.by },
	);
	return (spine: Spine, id: ConversationId, spoken: Spoken) => say(id, { spine, id, spoken });
};

/** Says one thing within an operation. Sent again with the same client id, it is the same message, not another. */
export async function postMessage<Reason extends string>(
	tx: Tx,
	id: ConversationId,
	saying: Saying,
	maySpeak: MaySpeak<Reason>,
) {
	const { outcomes } = await postMessages(tx, id, [{ ...saying, by: tx.actor, at: tx.now }], maySpeak);
	return outcomes[0]!;
}

/**
 * Says several things in the order given, by different people. All that is asked travels at once, behind the hold, so that
 * what is decided is true until the commit; and all that is written travels with it.
 */
async function postMessages<Reason extends string>(
	tx: Tx,
	id: ConversationId,
	group: readonly Spoken[],
	maySpeak: MaySpeak<Reason>,
) {
	const people = group.map(({ by }) => by);
	// Two sends of one message wait for each other here, so the second finds the first.
	const [held, voices, paced, rule, key] = await Promise.all([
		tx.ask(holding({ id })),
		voicesIn(tx, id, group),
		countOf(tx, paces.say, people),
		maySpeak(tx, people),
		frankKey(tx),
	]);
	const before = held[0]!;
	const topic = topicOf(before.kind, id);
	const next = { place: before.last_place, change: before.last_change };

	const posts: Post[] = [];
	const outcomes = group.map((spoken): Posted<Reason> => {
		const { by, at } = spoken;
		const voice = voices.get(by);
		if (voice?.already) return voice.already;
		const ruling = rule(by, at);
		if (ruling.refused) return refuse(ruling.refused);
		if (paced.of(by) >= paces.say.atMost) return refuse('too-fast');
		if (!voice?.key) throw new Error('Somebody without a key cannot speak.');
		if (spoken.replyTo !== undefined && spoken.replyTo > next.place) return refuse('no-such-message');
		const message = tx.as({ actor: by, now: at }).newId<'message'>();
		posts.push({ ...next, id: message, spoken, voice, place: ++next.place, change: ++next.change });
		return { id: message, place: next.place };
	});

	if (posts.length > 0) {
		tx.lastly(numbering({ id, ...next }));
		tx.lastly(writing(id, posts, key));
		tx.lastly(paced.oneMore(posts.map(({ spoken }) => spoken.by)));
		await tx.announceAll(
			posts.map(({ id: messageId, spoken: { by, at } }) => ({
				...messagePosted({ topic, messageId }),
				by,
				at,
			})),
			{ change: next.change },
		);
	}
	return { outcomes, topic, lines: posts.map(lineOf) };
}

/** A message that will be said, with everything that is known of it. */
interface Post {
	id: MessageId;
	place: number;
	change: number;
	spoken: Spoken;
	voice: Voice;
}

function writing(conversationId: ConversationId, posts: readonly Post[], key: Key) {
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
const lineOf = ({ place, change, voice, spoken }: Post): MessageLine => ({
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
