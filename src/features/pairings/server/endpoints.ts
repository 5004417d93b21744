import { endpoint, type Asked, type Endpoint } from '#features/access/server/index.ts';
import { topicOf } from '#features/conversations/conversation.ts';
import {
	aliasIn,
	conversationEndpoints,
	inPlace,
	sentencesOf,
	type ReaderOfLines,
} from '#features/conversations/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { Refused, Ruling } from '#platform/ruling.ts';
import type { BookingId, PairingId } from '../pairing.ts';
import { may } from '../policy.ts';
import {
	BookBody,
	BookedSchema,
	CallOffQuery,
	MoveBody,
	PairingSchema,
	PairingsSchema,
	SessionsSchema,
	TimesQuery,
	TimesSchema,
} from '../schemas.ts';
import { confirmSlot, holdSlot, moveSession, type Slot } from './book.ts';
import { callOffSession } from './call-off.ts';
import { placesIn } from './place.ts';
import { pairingById, pairingIdOf, pairingsOf } from './queries.ts';
import { sessionIn, sessionsOf, timesFor } from './sessions.ts';
import { standingIn } from './standing.ts';
import { answerQuietly, say, sayDifferently } from './talk.ts';

const pairing = '/pairings/{pairing}';
const sentence = sentencesOf('pairings.no');
const reads = { scope: 'pairings:read', sentence } as const;
const writes = { scope: 'pairings:write', sentence } as const;
const spoken = ['not-found', 'pairing-ended', 'supporter-stopped'] as const;

const door = {
	idOf: (db: Reader, { pairing: id = '' }: Asked['params']) => pairingIdOf(db, id),
	mayFind: async ({ db, me }: Asked, id: PairingId) => may.read(await standingIn(db, id, me)),
};

/** The conversation of two, for programs of either. */
const conversation = conversationEndpoints({
	...door,
	under: pairing,
	reads: reads.scope,
	writes: writes.scope,
	refusals: spoken,
	sentences: 'pairings.no',
	async readerIn(asked, id): Promise<ReaderOfLines | Refused<'not-found'>> {
		const ruling = await door.mayFind(asked, id);
		if (ruling.refused) return { refused: ruling.refused };
		return { personId: asked.me.id, aliasId: (await aliasIn(asked.db, id, asked.me.id))?.id, host: false };
	},
	post: (asked, pairingId, saying) => asked.transact((tx) => say(tx, { pairingId, ...saying })),
	edit: (tx, pairingId, editing) => sayDifferently(tx, { pairingId, ...editing }),
	resonate: (tx, pairingId, answer) => answerQuietly(tx, { pairingId, ...answer }),
});

/** What programs can do between two: what the pages can, by the same operations. */
export const endpoints: readonly Endpoint[] = [
	endpoint({
		...reads,
		method: 'GET',
		path: '/pairings',
		does: 'With whom this person talks one to one, or has.',
		answers: PairingsSchema,
		run: async ({ db, me, now }) => ({ pairings: await pairingsOf(db, me.id, now) }),
	}),
	endpoint({
		...reads,
		method: 'GET',
		path: pairing,
		does: 'One of them.',
		answers: PairingSchema,
		async run({ db, me, now, params }) {
			const found = await pairingById(db, params.pairing ?? '', me.id, now);
			const standing = found && (await standingIn(db, found.id, me));
			if (!standing || may.read(standing).refused) return undefined;
			return {
				...found,
				topic: topicOf('pairing', found.id),
				change: found.lastChange,
				me: { id: (await aliasIn(db, found.id, me.id))?.id ?? null },
				may: {
					read: why(may.read(standing)),
					speak: why(may.speak(standing)),
					book: why(may.book(standing)),
				},
			};
		},
	}),
	endpoint({
		...reads,
		method: 'GET',
		path: `${pairing}/sessions`,
		does: 'The sessions that are booked and not over, the next first.',
		answers: SessionsSchema,
		refusals: ['not-found'],
		run: (asked) =>
			reading(asked, async (id) => {
				const places = await placesIn(asked.db, asked.vault, id);
				const sessions = await sessionsOf(asked.db, id, asked.now);
				return {
					sessions: sessions.map((session) => ({ ...session, place: places.get(session.id) ?? null })),
				};
			}),
	}),
	endpoint({
		...reads,
		method: 'GET',
		path: `${pairing}/times`,
		does: 'The starts that suit both.',
		query: TimesQuery,
		answers: TimesSchema,
		refusals: ['not-found'],
		run: (asked) =>
			reading(asked, async (id) => {
				const { pairing: two } = await standingIn(asked.db, id, asked.me);
				const { formats, starts } = await timesFor(asked.db, asked.vault, two!, {
					...{ length: asked.query.length, now: asked.now, except: [] },
				});
				return { formats: [...formats], starts };
			}),
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: `${pairing}/sessions`,
		does: 'Books a session at a time that suits both. A supporter may offer any time of theirs.',
		body: BookBody,
		answers: BookedSchema,
		status: 201,
		refusals: [
			...spoken,
			...(['time-is-past', 'not-in-their-hours', 'slot-taken', 'slot-gone', 'place-needed'] as const),
		],
		run: (asked) =>
			inPlace(door, asked, (pairingId) =>
				asked.transact((tx) => bookAtOnce(tx, { pairingId, ...asked.body })),
			),
	}),
	endpoint({
		...writes,
		method: 'PATCH',
		path: `${pairing}/sessions/{session}`,
		does: 'Moves a session to another time that suits both.',
		body: MoveBody,
		answers: BookedSchema,
		refusals: [
			...spoken,
			...(['no-such-session', 'session-begun', 'time-is-past', 'not-in-their-hours', 'slot-taken'] as const),
		],
		run: (asked) =>
			onSession(asked, (tx, which) => moveSession(tx, { ...which, startsAt: asked.body.startsAt })),
	}),
	endpoint({
		...writes,
		method: 'DELETE',
		path: `${pairing}/sessions/{session}`,
		does: 'Calls a session off. The other is told, and nobody asks why.',
		query: CallOffQuery,
		answers: BookedSchema,
		refusals: ['not-found', 'no-such-session'],
		run: (asked) =>
			onSession(asked, (tx, which) => callOffSession(tx, { ...which, which: asked.query.which })),
	}),
	...conversation,
];

/** A program fills in no form: it holds and books in one transaction. */
async function bookAtOnce(tx: Tx, { place, ...slot }: Slot & { place: string }) {
	const held = await holdSlot(tx, slot);
	if ('refused' in held) return held;
	const booked = await confirmSlot(tx, { pairingId: slot.pairingId, bookingId: held.bookingId, place });
	return 'refused' in booked ? booked : { session: booked.bookingId };
}

/** Does something with a session of the pairing that the path names. One of another pairing is not there. */
const onSession = <Reason extends string>(
	asked: Asked,
	does: (
		tx: Tx,
		which: { pairingId: PairingId; bookingId: BookingId },
	) => Promise<{ bookingId: BookingId } | Refused<Reason>>,
) =>
	inPlace(door, asked, async (pairingId) => {
		const session = await sessionIn(asked.db, pairingId, asked.params.session ?? '');
		if (!session) return undefined;
		const done = await asked.transact((tx) => does(tx, { pairingId, bookingId: session.id }));
		return 'refused' in done ? done : { session: done.bookingId };
	});

/** Answers about a pairing that this person may read. */
const reading = <Outcome extends object>(asked: Asked, answer: (id: PairingId) => Promise<Outcome>) =>
	inPlace(door, asked, async (id): Promise<Outcome | Refused<'not-found'>> => {
		const ruling = await door.mayFind(asked, id);
		return ruling.refused ? { refused: ruling.refused } : answer(id);
	});

const why = ({ refused }: Ruling) => refused ?? null;
