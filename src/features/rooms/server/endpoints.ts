import { endpoint, type Asked, type Endpoint } from '#features/access/server/index.ts';
import { topicOf } from '#features/conversations/conversation.ts';
import {
	aliasIn,
	conversationEndpoints,
	inPlace,
	sentencesOf,
	type ReaderOfLines,
} from '#features/conversations/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { Refused, Ruling } from '#platform/ruling.ts';
import { may } from '../policy.ts';
import type { RoomId } from '../room.ts';
import {
	ComeInBody,
	InSchema,
	RoomAcceptedSchema,
	RoomAgreementsBody,
	RoomSchema,
	RoomsSchema,
} from '../schemas.ts';
import { acceptAgreements } from './accept-agreements.ts';
import { comeIn, leaveRoom } from './come-in.ts';
import { editMessage } from './edit-message.ts';
import { sayInRoom } from './post-message.ts';
import { doorway, roomBySlug, roomIdOf, roomsFor } from './queries.ts';
import { resonate } from './resonate.ts';
import { standingIn } from './standing.ts';

const room = '/rooms/{room}';
const sentence = sentencesOf('rooms.refused');
const reads = { scope: 'rooms:read', sentence } as const;
const writes = { scope: 'rooms:write', sentence } as const;

const standingOf = ({ db, me, now }: Asked, id: RoomId) => standingIn(db, id, me, now);

const door = {
	idOf: (db: Reader, { room: slug = '' }: Asked['params']) => roomIdOf(db, slug),
	mayFind: async (asked: Asked, id: RoomId) => may.find(await standingOf(asked, id)),
};

/** The conversation of a room, for programs: while somebody holds it, for those who have come in. */
const conversation = conversationEndpoints({
	...door,
	under: room,
	reads: reads.scope,
	writes: writes.scope,
	refusals: ['not-found', 'room-closed', 'not-in-room', 'agreements-first', 'asked-to-pause', 'slow-mode'],
	sentences: 'rooms.refused',
	async readerIn(asked, id): Promise<ReaderOfLines | Refused<'not-found' | 'room-closed' | 'not-in-room'>> {
		const standing = await standingOf(asked, id);
		const ruling = may.read(standing);
		if (ruling.refused) return { refused: ruling.refused };
		const alias = await aliasIn(asked.db, id, asked.me.id);
		return { personId: asked.me.id, aliasId: alias?.id, host: !may.hold(standing).refused };
	},
	post: ({ spine, me, now }, roomId, saying) => sayInRoom(spine, roomId, { ...saying, by: me.id, at: now }),
	edit: (tx, roomId, editing) => editMessage(tx, { roomId, ...editing }),
	resonate: (tx, roomId, answer) => resonate(tx, { roomId, ...answer }),
});

/** What programs can do in rooms: what the pages can, by the same operations. Holding one is for people. */
export const endpoints: readonly Endpoint[] = [
	endpoint({
		...reads,
		method: 'GET',
		path: '/rooms',
		does: 'The rooms this person may come into: those that are open first.',
		answers: RoomsSchema,
		async run({ db, me, now }) {
			const rooms = await roomsFor(db, me, now);
			return { rooms: rooms.map((card) => ({ ...card, ...asTold(card) })) };
		},
	}),
	endpoint({
		...reads,
		method: 'GET',
		path: room,
		does: 'A room, whether it is open, and where this person stands in it.',
		answers: RoomSchema,
		async run(asked) {
			const { db, me, now, params } = asked;
			const found = await roomBySlug(db, params.room ?? '');
			const standing = found && (await standingOf(asked, found.id));
			if (!standing || may.find(standing).refused) return undefined;
			return {
				...found,
				...asTold(await doorway(db, found, me, now)),
				agreements: {
					text: found.agreements,
					version: found.agreementsVersion,
					accepted: standing.acceptedVersion >= found.agreementsVersion,
				},
				topic: topicOf('room', found.id),
				change: found.lastChange,
				me: {
					in: standing.presence !== undefined && standing.door.is === 'held',
					id: (await aliasIn(db, found.id, me.id))?.id ?? null,
				},
				may: {
					comeIn: why(may.comeIn(standing)),
					read: why(may.read(standing)),
					speak: why(may.speak(standing)),
				},
			};
		},
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: `${room}/presence`,
		does: 'Comes into a room that is open.',
		body: ComeInBody,
		answers: InSchema,
		refusals: [
			'not-found',
			'not-signed-in',
			'other-age-band',
			'kept-out',
			'room-closed',
			'needs-second-holder',
			'too-fast',
		],
		run: (asked) =>
			inPlace(door, asked, async (id) => {
				const come = await asked.transact((tx) => comeIn(tx, { roomId: id, ...asked.body }));
				return 'refused' in come && come.refused ? { refused: come.refused } : { in: true };
			}),
	}),
	endpoint({
		...writes,
		method: 'DELETE',
		path: `${room}/presence`,
		does: 'Leaves. Nothing says later that one was there, but for what one said.',
		answers: InSchema,
		refusals: ['you-hold-it', 'too-fast'],
		async run(asked) {
			// Leaving is refused to nobody, so whether there is such a room is asked first.
			const id = await door.idOf(asked.db, asked.params);
			if (!id || (await door.mayFind(asked, id)).refused) return undefined;
			const left = await asked.transact((tx) => leaveRoom(tx, id));
			return 'refused' in left && left.refused ? { refused: left.refused } : { in: false };
		},
	}),
	endpoint({
		...writes,
		method: 'POST',
		path: `${room}/agreements`,
		does: 'Accepts the agreements as they were read, by their version.',
		body: RoomAgreementsBody,
		answers: RoomAcceptedSchema,
		refusals: ['not-found', 'room-closed', 'not-in-room', 'agreements-changed'],
		run: (asked) =>
			inPlace(door, asked, (id) =>
				asked.transact((tx) => acceptAgreements(tx, { roomId: id, ...asked.body })),
			),
	}),
	...conversation,
];

interface Told {
	door: { is: 'held' | 'closed' };
	opensAt: Date | null;
	holders: readonly { name: string }[];
}

const asTold = ({ door: { is }, opensAt, holders }: Told) => ({
	open: is === 'held',
	opensAt,
	holders: holders.map(({ name }) => name),
});

const why = ({ refused }: Ruling) => refused ?? null;
