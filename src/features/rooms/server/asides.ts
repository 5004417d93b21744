import { sql } from 'kysely';
import { betweenSql } from '#features/blocks/server/index.ts';
import type { AliasId } from '#features/conversations/conversation.ts';
import {
	aliasIn,
	beginConversation,
	beSomebody,
	editMessage,
	type Editing,
	holdStill,
	personBehind,
	postMessage,
	readUpTo,
	resonate,
	type Home,
	type Saying,
} from '#features/conversations/server/index.ts';
import type { Resonance } from '#features/conversations/message.ts';
import type { Viewer } from '#features/people/person.ts';
import { beginContact, contactAnswered } from '#features/attention/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import { refuse } from '#platform/ruling.ts';
import { may, mayAside, type AsideStanding } from '../policy.ts';
import type { AsideId, RoomId } from '../room.ts';
import { keepPace } from './pace.ts';
import { holdsIn, holdRoomStill } from './standing.ts';
import { tellDoor } from './tell-door.ts';

/** A holder offers somebody in the room a talk of two. It begins when they say yes. */
export async function offerAside(tx: Tx, { roomId, alias }: { roomId: RoomId; alias: AliasId }) {
	const pace = await keepPace(tx, 'hold');
	if (pace.refused) return pace;
	const ruling = may.hold(await holdRoomStill(tx, roomId));
	if (ruling.refused) return ruling;
	const personId = await personBehind(tx, roomId, alias);
	const there =
		personId &&
		(await tx.db
			.selectFrom('presence')
			.select('person_id')
			.where('room_id', '=', roomId)
			.where('person_id', '=', personId)
			.executeTakeFirst());
	if (!there) return refuse('not-there');
	if ((await holdsIn(tx.db, roomId)).some((hold) => hold.personId === personId))
		return refuse('holds-it-too');
	const already = await openAside(tx, roomId).where('person_id', '=', personId).executeTakeFirst();
	if (already) return refuse('already-aside');
	const contact = await beginContact(tx, { with: personId });
	if ('refused' in contact) return refuse('enough-for-today');

	const asideId = tx.newId<'aside'>();
	await beginConversation(tx, 'aside', asideId);
	await beSomebody(tx, asideId, { called: await nameHere(tx, roomId) });
	await tx.db
		.insertInto('aside')
		.values({
			id: asideId,
			room_id: roomId,
			person_id: personId,
			holder_id: tx.actor,
			offered_at: tx.now,
			begun_at: null,
			ended_at: null,
		})
		.execute();
	await tellDoor(tx, roomId, { stirred: true });
	return { asideId };
}

const openAside = (tx: Tx, roomId: RoomId) =>
	tx.db.selectFrom('aside').select('id').where('room_id', '=', roomId).where('ended_at', 'is', null);

/** In a talk of two both are called what they are called in the room. */
async function nameHere(tx: Tx, roomId: RoomId): Promise<string> {
	const alias = await aliasIn(tx.db, roomId, tx.actor);
	if (!alias) throw new Error('Whoever is in the room has a name there.');
	return alias.name;
}

/** Says yes to a talk of two. */
export async function beginAside(tx: Tx, { roomId, aside: asideId }: { roomId: RoomId; aside: AsideId }) {
	const aside = await asideStill(tx, roomId, asideId);
	if (aside?.person_id !== tx.actor || aside.ended_at) return refuse('aside-ended');
	await beSomebody(tx, asideId, { called: await nameHere(tx, roomId) });
	if (aside.holder_id) await contactAnswered(tx, { begunBy: aside.holder_id });
	await tx.db
		.updateTable('aside')
		.set({ begun_at: tx.now })
		.where('id', '=', asideId)
		.where('begun_at', 'is', null)
		.execute();
	await tellDoor(tx, roomId, { stirred: true });
	return { asideId };
}

/** Ends a talk of two, or says no to one. Either of the two does, without explaining. */
export async function endAside(tx: Tx, { roomId, aside: asideId }: { roomId: RoomId; aside: AsideId }) {
	const aside = await asideStill(tx, roomId, asideId);
	if (aside?.person_id !== tx.actor && aside?.holder_id !== tx.actor) return refuse('aside-ended');
	await tx.db
		.updateTable('aside')
		.set({ ended_at: tx.now })
		.where('id', '=', asideId)
		.where('ended_at', 'is', null)
		.execute();
	await tx.nudge(`aside:${asideId}`);
	await tellDoor(tx, roomId, { stirred: true });
	return { ended: asideId };
}

/** The room first, then the talk, always in this order: nothing is said in one that has just ended. */
async function asideStill(tx: Tx, roomId: RoomId, asideId: AsideId) {
	await holdStill(tx, roomId);
	const read = () =>
		tx.db
			.selectFrom('aside')
			.select(['id', 'person_id', 'holder_id', 'ended_at'])
			.where('id', '=', asideId)
			.where('room_id', '=', roomId)
			.executeTakeFirst();
	if (!(await read())) return undefined;
	await holdStill(tx, asideId);
	return read();
}

/** What the rules of a talk of two need to know. */
export async function asideStanding(
	db: Reader,
	asideId: AsideId,
	viewer: Viewer | null,
	now: Date,
): Promise<AsideStanding> {
	const aside = await db
		.selectFrom('aside')
		.innerJoin('room', 'room.id', 'aside.room_id')
		.select([
			'aside.person_id as personId',
			'aside.holder_id as holderId',
			'aside.begun_at as begunAt',
			'aside.ended_at as endedAt',
			sql<boolean>`exists (select from duty where duty.person_id = aside.holder_id
				and duty.duty = any (room.held_by))`.as('holderMay'),
			betweenSql(sql.ref('aside.person_id'), sql.ref('aside.holder_id')).as('apart'),
		])
		.where('aside.id', '=', asideId)
		.executeTakeFirst();
	return { viewer, aside, now };
}

const actorInAside = async (tx: Tx, asideId: AsideId) =>
	asideStanding(tx.db, asideId, (await viewerById(tx.db, tx.actor)) ?? null, tx.now);

export const sayAside = (tx: Tx, { asideId, ...saying }: { asideId: AsideId } & Saying) =>
	postMessage(tx, asideId, saying, async () => {
		const ruling = mayAside.speak(await actorInAside(tx, asideId));
		return () => ruling;
	});

export const resonateAside = (
	tx: Tx,
	{ asideId, ...quietly }: { asideId: AsideId; place: number; kind: Resonance },
) => resonate(tx, asideId, quietly, async () => mayAside.speak(await actorInAside(tx, asideId)));

export const editAside = (tx: Tx, { asideId, ...editing }: { asideId: AsideId } & Editing) =>
	editMessage(tx, asideId, editing, async () => mayAside.speak(await actorInAside(tx, asideId)));

/** Remembers up to where one of the two has read, for their own devices. */
export async function readAsideUpTo(tx: Tx, { asideId, place }: { asideId: AsideId; place: number }) {
	const ruling = mayAside.read(await actorInAside(tx, asideId));
	return ruling.refused ? ruling : readUpTo(tx, asideId, place);
}

/** What a talk of two says of its conversation to those who must reach into every one. */
export const asideHome: Home = {
	kind: 'aside',
	isNamed: true,

	async mayRead(db, viewer, id, now) {
		const who = viewer ? await viewerById(db, viewer) : undefined;
		return mayAside.read(await asideStanding(db, id as AsideId, who ?? null, now));
	},

	async mayWrite(db, viewer, id, now) {
		const who = await viewerById(db, viewer);
		return mayAside.speak(await asideStanding(db, id as AsideId, who ?? null, now));
	},

	/** Nobody holds a talk of two: what waits there is for stewards. */
	mayTend: async () => refuse('not-found'),

	async nameOf(db, id) {
		const row = await db
			.selectFrom('aside')
			.innerJoin('room', 'room.id', 'aside.room_id')
			.select('room.name')
			.where('aside.id', '=', id as AsideId)
			.executeTakeFirst();
		return row?.name ?? '';
	},

	async pathOf(db, id) {
		const row = await db
			.selectFrom('aside')
			.innerJoin('room', 'room.id', 'aside.room_id')
			.select('room.slug')
			.where('aside.id', '=', id as AsideId)
			.executeTakeFirstOrThrow();
		return `/rooms/${row.slug}/aside/${id}`;
	},
};
