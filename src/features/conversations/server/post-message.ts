import type { CardId } from '#features/attention/card.ts';
import { hear } from '#features/attention/hear.ts';
import type { Heard } from '#features/attention/hearing.ts';
import { calmAt } from '#features/attention/raid.ts';
import { dealCard, readBeforeDelivery } from '#features/attention/server/index.ts';
import type { Spine, Tx } from '#platform/db.ts';
import { transact } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { countOf } from '#platform/rate-limit.ts';
import { refuse, type Refused, type Ruling } from '#platform/ruling.ts';
import { together } from '#platform/together.ts';
import { topicOf, type ConversationId } from '../conversation.ts';
import { messagePosted } from '../events.ts';
import type { MessageId } from '../message.ts';
import { speakingCalmly } from './calm.ts';
import { frankKey } from './frank.ts';
import { holdingBack, type ToHold } from './held.ts';
import { holding, numbering } from './numbering.ts';
import { lookAgain } from './look-again.ts';
import { answerableIn } from './answering.ts';
import { paces } from './pace.ts';
import { voicesIn } from './voices.ts';
import { lineOf, writing, type Post } from './write-messages.ts';

export interface Saying {
	body: string;
	contentNote: string;
	replyTo: number | undefined;
	clientId: string;
	/** Whether the writer was asked about what could tell who they are; left out where nobody can be asked. */
	sure?: boolean | undefined;
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

type Unsaid =
	'too-fast' | 'no-such-message' | 'encourages-harm' | 'says-who' | 'place-is-calm' | 'place-is-slow';

/** What happens to what somebody says: it is said, perhaps with a card for them; or it waits until it has been read. */
export type Posted<Reason extends string> =
	| { id: MessageId; place: number; card?: CardId | undefined }
	| { held: MessageId }
	| Refused<Reason | Unsaid>;

/** Something somebody wants to say, and what there is to do about its words. */
interface Attended {
	spoken: Spoken;
	heard: Heard;
}

/** Words are read before anything is held still for them, so that nobody waits for it. */
const attend = (spoken: Spoken): Attended => ({
	spoken,
	heard: hear(spoken.contentNote ? `${spoken.contentNote}\n${spoken.body}` : spoken.body),
});

/** As many as are said together at most. */
const AT_ONCE = 32;

/**
 * What pages say in one kind of place. Whatever is said in a conversation while something else is being said there is said
 * together, in the order it came and in one transaction: each is decided by itself, and nobody waits for the other’s
 * commit. One person says one thing at a time.
 */
export const speaking = <Reason extends string>(maySpeak: (id: ConversationId) => MaySpeak<Reason>) => {
	const say = together(
		async (group: readonly (Attended & { spine: Spine; id: ConversationId })[]) => {
			const { spine, id, spoken } = group[0]!;
			const said = await transact(spine, { actor: spoken.by, now: spoken.at }, (tx) =>
				postMessages(tx, id, group, maySpeak(id)),
			);
			spine.handOver?.(said.topic, said.lines);
			return said.outcomes;
		},
		{ atMost: AT_ONCE, apart: ({ spoken }) => spoken.by },
	);
	return (spine: Spine, id: ConversationId, spoken: Spoken) => say(id, { spine, id, ...attend(spoken) });
};

/** Says one thing within an operation. Sent again with the same client id, it is the same message, not another. */
export async function postMessage<Reason extends string>(
	tx: Tx,
	id: ConversationId,
	saying: Saying,
	maySpeak: MaySpeak<Reason>,
) {
	const spoken = attend({ ...saying, by: tx.actor, at: tx.now });
	const { outcomes } = await postMessages(tx, id, [spoken], maySpeak);
	return outcomes[0]!;
}

/**
 * Says several things in the order given, by different people. All that is asked travels at once, behind the hold, so that
 * what is decided is true until the commit; and all that is written travels with it.
 */
async function postMessages<Reason extends string>(
	tx: Tx,
	id: ConversationId,
	group: readonly Attended[],
	maySpeak: MaySpeak<Reason>,
) {
	const speakers = group.map(({ spoken }) => spoken);
	const people = speakers.map(({ by }) => by);
	const attended = group.map(({ spoken, heard }) => ({ authorId: spoken.by, heard, sure: spoken.sure }));
	// Two sends of one message wait for each other here, so the second finds the first.
	const [held, voices, paced, rule, answerable, passing, key] = await Promise.all([
		tx.ask(holding({ id })),
		voicesIn(tx, id, speakers),
		countOf(tx, paces.say, people),
		maySpeak(tx, people),
		answerableIn(tx, id, speakers),
		readBeforeDelivery(tx, attended),
		frankKey(tx),
	]);
	const before = held[0]!;
	const topic = topicOf(before.kind, id);
	const calm = calmAt(before, tx.now);
	const calmly = calm && (await speakingCalmly(tx, id, calm.since, people));
	const next = { place: before.last_place, change: before.last_change };

	const posts: Post[] = [];
	const waiting: ToHold[] = [];
	const outcomes = group.map(({ spoken, heard }, n): Posted<Reason> => {
		const { by, at } = spoken;
		const voice = voices.get(by);
		if (voice?.already) return voice.already;
		const ruling = rule(by, at);
		if (ruling.refused) return refuse(ruling.refused);
		const slowly = calmly?.(by);
		if (slowly?.refused) return refuse(slowly.refused);
		if (paced.of(by) >= paces.say.atMost) return refuse('too-fast');
		if (!voice?.key) throw new Error('Somebody without a key cannot speak.');
		if (!answerable(spoken, next.place)) return refuse('no-such-message');
		const becomes = passing[n]!;
		if (typeof becomes === 'object') return becomes;
		const message = tx.as({ actor: by, now: at }).newId<'message'>();
		if (becomes === 'hold') {
			waiting.push({ id: message, spoken, voice });
			return { held: message };
		}
		posts.push({ ...next, id: message, spoken, heard, voice, place: ++next.place, change: ++next.change });
		return { id: message, place: next.place };
	});

	for (const one of waiting) tx.lastly(holdingBack(one));
	if (waiting.length > 0) tx.lastly(paced.oneMore(waiting.map(({ spoken }) => spoken.by)));
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
	const cards = await attendTo(tx, id, posts);
	return {
		outcomes: outcomes.map((outcome) =>
			'place' in outcome && cards.has(outcome.id) ? { ...outcome, card: cards.get(outcome.id) } : outcome,
		),
		topic,
		lines: posts.map(lineOf),
	};
}

/** Deals cards to those whose words carry danger, and leaves it to a job to look at what draws people away. */
async function attendTo(tx: Tx, conversationId: ConversationId, posts: readonly Post[]) {
	const cards = new Map<MessageId, CardId>();
	for (const { id: messageId, spoken, heard, voice } of posts) {
		const asAuthor = tx.as({ actor: spoken.by, now: spoken.at });
		if (heard.card) {
			const said = { authorId: spoken.by, aliasId: voice.id, messageId, kind: heard.card };
			const card = await dealCard(asAuthor, said);
			if (card) cards.set(messageId, card);
		}
		if (heard.signals.size > 0) await asAuthor.enqueue(lookAgain, { conversationId, personId: spoken.by });
	}
	return cards;
}
