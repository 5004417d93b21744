import { endpoint, type Asked, type Endpoint } from '#features/access/server/index.ts';
import type { Scope } from '#features/access/token.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { Refused, Ruling } from '#platform/ruling.ts';
import { minutes } from '#platform/time.ts';
import type { ConversationId } from '../conversation.ts';
import type { Resonance } from '../message.ts';
import { refusals } from '../refusals.ts';
import {
	ChangeBody,
	MessageSchema,
	MessagesQuery,
	MessagesSchema,
	PlaceSchema,
	ResonateBody,
	SaidSchema,
	SayBody,
} from '../schemas.ts';
import { changesAfter, messageLineAt, messagesBefore, type ReaderOfLines } from './lines.ts';
import type { Saying } from './post-message.ts';
import { removeMessage } from './remove-message.ts';

type Said = { place: number };
/** What came of saying something; what waits to be read has no place yet. */
type Posted = { place: number; card?: string | undefined } | { held: string };

/** How programs reach the conversation of a place: what the place adds to what every conversation does. */
export interface Reached<Id extends ConversationId, Reason extends string> {
	/** `/circles/{circle}` */
	under: string;
	reads: Scope;
	writes: Scope;
	/** The reasons for a no that the place’s own rules give. */
	refusals: readonly Reason[];
	/** Where their sentences are: `circles.refused`. */
	sentences: string;
	/** Which place the path names; undefined for none. Whether it may be found is asked apart. */
	idOf(db: Reader, params: Asked['params']): Promise<Id | undefined>;
	mayFind(asked: Asked, id: Id): Promise<Ruling>;
	/** How this person reads it. */
	readerIn(asked: Asked, id: Id): Promise<ReaderOfLines | Refused<Reason>>;
	/** Says something, as pages of the place do, together with whatever else is being said there. */
	post(asked: Asked, id: Id, saying: Saying): Promise<Posted | Refused<Reason | OfWords>>;
	edit(
		tx: Tx,
		id: Id,
		editing: { place: number; body: string; contentNote: string },
	): Promise<Said | Refused<Reason | OfWords>>;
	resonate(
		tx: Tx,
		id: Id,
		answer: { place: number; kind: Resonance },
	): Promise<Said | Refused<Reason | OfWords>>;
}

const ofWords = [
	'too-fast',
	'not-yours',
	'gone',
	'your-own',
	'no-such-message',
	'encourages-harm',
	'says-who',
	'say-it-anew',
	'place-is-calm',
	'place-is-slow',
] as const;
type OfWords = (typeof ofWords)[number];

/** What can be done in the conversation of every place there is, below the path of the place. */
export function conversationEndpoints<Id extends ConversationId, Reason extends string>(
	at: Reached<Id, Reason>,
): Endpoint[] {
	const sentence = sentencesOf(at.sentences);
	const writes = {
		scope: at.writes,
		refusals: [...at.refusals, ...ofWords],
		sentence,
		counts: minutes(10),
		answers: PlaceSchema,
	};
	const message = `${at.under}/messages/{place}`;
	return [
		endpoint({
			method: 'GET',
			path: `${at.under}/messages`,
			scope: at.reads,
			does: 'What is said: the latest page, an earlier one, or everything that changed since.',
			query: MessagesQuery,
			answers: MessagesSchema,
			refusals: at.refusals,
			sentence,
			run: (asked) => inPlace(at, asked, (id) => pageFor(at, asked, id, asked.query)),
		}),
		endpoint({
			...writes,
			method: 'POST',
			path: `${at.under}/messages`,
			does: 'Says something. Sending it again with the same `clientId` says it once.',
			body: SayBody,
			answers: SaidSchema,
			status: 201,
			run: (asked) =>
				inPlace(at, asked, async (id) => {
					const posted = await at.post(asked, id, { ...asked.body, replyTo: asked.body.replyTo });
					if ('refused' in posted) return posted;
					if ('held' in posted) return { place: null, held: true, card: null };
					return { place: posted.place, held: false, card: posted.card ?? null };
				}),
		}),
		endpoint({
			method: 'GET',
			path: message,
			scope: at.reads,
			does: 'One message.',
			answers: MessageSchema,
			refusals: at.refusals,
			sentence,
			run: (asked) =>
				inPlace(at, asked, async (id) => {
					const reader = await at.readerIn(asked, id);
					if ('refused' in reader) return reader;
					return withPlace(asked, (place) => messageLineAt(asked.db, asked.vault, id, reader, place));
				}),
		}),
		endpoint({
			...writes,
			method: 'PATCH',
			path: message,
			does: 'Says one’s own differently.',
			body: ChangeBody,
			run: (asked) =>
				inPlace(at, asked, (id) =>
					withPlace(asked, (place) => asked.transact((tx) => at.edit(tx, id, { ...asked.body, place }))),
				),
		}),
		endpoint({
			...writes,
			method: 'DELETE',
			path: message,
			does: 'Takes one’s own words back.',
			run: (asked) =>
				inPlace(at, asked, (id) =>
					withPlace(asked, (place) => asked.transact((tx) => removeMessage(tx, id, place))),
				),
		}),
		endpoint({
			...writes,
			method: 'POST',
			path: `${message}/resonances`,
			does: 'Answers quietly; the same again takes it back. Nobody counts these.',
			body: ResonateBody,
			run: (asked) =>
				inPlace(at, asked, (id) =>
					withPlace(asked, (place) => asked.transact((tx) => at.resonate(tx, id, { ...asked.body, place }))),
				),
		}),
	];
}

/** Reasons every conversation has are told by sentences of its own, the others by those of the place. */
export const sentencesOf = (place: string) => (reason: string) =>
	`${refusals.has(reason) ? 'conversations.refused' : place}.${reason}`;

type Door<Id extends ConversationId> = Pick<Reached<Id, string>, 'idOf' | 'mayFind'>;

/**
 * Does something in the place that the path names. Whoever may not find it is told the same as when there is none: only
 * a no has to be asked about, because a yes is only for those who may.
 */
export async function inPlace<Id extends ConversationId, Outcome extends object>(
	{ idOf, mayFind }: Door<Id>,
	asked: Asked,
	does: (id: Id) => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> {
	const id = await idOf(asked.db, asked.params);
	if (!id) return undefined;
	const outcome = await does(id);
	if (outcome && 'refused' in outcome && (await mayFind(asked, id)).refused) return undefined;
	return outcome;
}

async function withPlace<Outcome extends object>(
	{ params: { place = '' } }: Asked,
	does: (place: number) => Promise<Outcome | undefined>,
): Promise<Outcome | undefined> {
	return /^[1-9]\d{0,8}$/.test(place) ? does(Number(place)) : undefined;
}

async function pageFor<Id extends ConversationId, Reason extends string>(
	at: Reached<Id, Reason>,
	asked: Asked,
	id: Id,
	{ after, before }: { after?: number | undefined; before?: number | undefined },
) {
	const { db, vault } = asked;
	const reader = await at.readerIn(asked, id);
	if ('refused' in reader) return reader;
	// Before the lines: whatever comes meanwhile is then told once more, and not missed.
	const { last_change: latest } = await db
		.selectFrom('conversation')
		.select('last_change')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();

	if (after !== undefined) {
		const messages = await changesAfter(db, vault, id, after, reader);
		const change = messages.at(-1)?.change ?? Math.max(after, 0);
		return { messages, change, more: change < latest && messages.length > 0, before: null };
	}
	const messages = await messagesBefore(db, vault, id, reader, before);
	const from = messages[0]?.place ?? 1;
	return { messages, change: latest, more: from > 1, before: from > 1 ? from : null };
}
