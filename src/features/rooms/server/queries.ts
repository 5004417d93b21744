import { sql } from 'kysely';
import { blockedWith, notBetween } from '#features/blocks/server/index.ts';
import type { AgeBand, Viewer } from '#features/people/person.ts';
import type { RotaId } from '#features/rota/rota.ts';
import { nextShifts, onShiftNow } from '#features/rota/server/index.ts';
import type { Reader } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { changesNext, doorOf, isAsked } from '../holding.ts';
import { COUNTED_FOR, crowdOf, type Room, type RoomId } from '../room.ts';
import { after, minutes } from '#platform/time.ts';
import { heldFor, holdsIn, presentIn } from './standing.ts';
import { visibleTo } from './visible-to.ts';

/** Every room this viewer may find, with its door as it is now: those that are open first. */
export async function roomsFor(db: Reader, viewer: Viewer | null, now: Date) {
	const rows = await db
		.selectFrom('room')
		.select([
			'room.id',
			'room.slug',
			'room.name',
			'room.about',
			'room.language',
			'room.age_band as ageBand',
			'room.held_by as heldBy',
			'room.state',
			'room.rota_id as rotaId',
			'room.shut_until as shutUntil',
			presentIn(now).as('present'),
		])
		.where((where) => visibleTo(where, viewer))
		.where('room.state', '!=', 'closed')
		.orderBy('room.opened_at')
		.execute();
	const apart = await apartOf(db, viewer);
	const rooms = await Promise.all(rows.map((row) => cardOf(db, row, { apart, now })));
	return rooms.toSorted((a, b) => rank(a) - rank(b));
}

export type RoomCard = Awaited<ReturnType<typeof roomsFor>>[number];

/** Open ones first, then by when they open next; those that nobody has taken on last. */
const rank = ({ door, opensAt }: { door: { is: string }; opensAt: Date | null }) =>
	door.is === 'held' ? 0 : (opensAt?.getTime() ?? Number.MAX_SAFE_INTEGER);

interface RoomRow {
	id: RoomId;
	rotaId: RotaId;
	state: Room['state'];
	shutUntil: Date | null;
	present: number;
}

const apartOf = async (db: Reader, viewer: Pick<Viewer, 'id'> | null) =>
	viewer ? blockedWith(db, viewer.id) : new Set<PersonId>();

async function cardOf<Row extends RoomRow>(
	db: Reader,
	{ present, rotaId, shutUntil, ...row }: Row,
	{ apart, now }: { apart: ReadonlySet<PersonId>; now: Date },
) {
	const holds = heldFor(await holdsIn(db, row.id), apart);
	const door = doorOf(row, holds, now);
	return {
		...row,
		door,
		holders: door.is === 'held' ? await namesOf(db, row.id, door.by) : [],
		crowd: crowdOf(door.is === 'held' ? present : 0),
		opensAt:
			door.is === 'closed' && row.state === 'open' ? await opensNext(db, { rotaId, shutUntil }, now) : null,
		changesAt: changesNext(holds, now) ?? null,
	};
}

/** Grows with every change of any door of one age band, for those who watch them all. */
export async function roomsChange(db: Reader, band: AgeBand): Promise<number> {
	const { change } = await db
		.selectFrom('room')
		.select(sql<number>`coalesce(sum(door_change), 0)::int`.as('change'))
		.where('age_band', '=', band)
		.executeTakeFirstOrThrow();
	return change;
}

/** What those who hold a room are called there, in the order they came. */
async function namesOf(db: Reader, roomId: RoomId, people: readonly PersonId[]) {
	const rows = await db
		.selectFrom('alias')
		.select(['id', 'name', 'person_id as personId'])
		.where('conversation_id', '=', roomId)
		.where('person_id', 'in', people)
		.execute();
	return people.flatMap((person) => {
		const row = rows.find(({ personId }) => personId === person);
		return row ? [{ id: row.id, name: row.name }] : [];
	});
}

/** Whoever has not come this long after their shift began may not come at all. */
const ANY_MOMENT = minutes(20);

/**
 * When a room opens next, as the rota says: a shift that somebody has signed up for, or this one, when somebody should be
 * here already. A shift that nobody has taken promises nothing, so it is not told.
 */
async function opensNext(
	db: Reader,
	{ rotaId, shutUntil }: { rotaId: RotaId; shutUntil: Date | null },
	now: Date,
): Promise<Date | null> {
	const from = shutUntil ?? now;
	const on = await onShiftNow(db, rotaId, now);
	const due = on.find(
		({ startsAt, personIds }) =>
			personIds.length > 0 && startsAt > after(now, -ANY_MOMENT) && startsAt >= from,
	);
	if (due) return due.startsAt;
	const next = await nextShifts(db, rotaId, now, 40);
	return next.find(({ signedUp, startsAt }) => signedUp > 0 && startsAt >= from)?.startsAt ?? null;
}

/**
 * Which room an address means; what may be done there is asked of its rules. An address never means another one, so a
 * process remembers those it was asked for.
 */
export async function roomIdOf(db: Reader, slug: string) {
	const known = addresses.get(slug);
	if (known) return known;
	const row = await db.selectFrom('room').select('id').where('slug', '=', slug).executeTakeFirst();
	if (row && addresses.size >= 10_000) addresses.clear();
	if (row) addresses.set(slug, row.id);
	return row?.id;
}

const addresses = new Map<string, RoomId>();

/** Everything a room’s own pages tell; rules decide which of it is shown. */
export const roomBySlug = (db: Reader, slug: string) =>
	db
		.selectFrom('room')
		.innerJoin('conversation', 'conversation.id', 'room.id')
		.innerJoin('rota', 'rota.id', 'room.rota_id')
		.select([
			'room.id',
			'room.slug',
			'room.name',
			'room.about',
			'room.language',
			'room.age_band as ageBand',
			'room.held_by as heldBy',
			'room.agreements',
			'room.agreements_version as agreementsVersion',
			'room.second_at as secondAt',
			'room.keep_days as keepDays',
			'room.state',
			'room.shut_until as shutUntil',
			'room.slow_seconds as slowSeconds',
			'room.rota_id as rotaId',
			'room.door_change as doorChange',
			'room.desk_change as deskChange',
			'conversation.last_change as lastChange',
			'rota.slug as rotaSlug',
			'rota.zone',
		])
		.where('room.slug', '=', slug)
		.executeTakeFirst();

/** A room’s door as its page shows it: who holds it by what they are called there, and when it changes by itself. */
export async function doorway(
	db: Reader,
	room: Omit<RoomRow, 'present'>,
	viewer: Pick<Viewer, 'id'> | null,
	now: Date,
) {
	const { present } = await db
		.selectFrom('room')
		.select(presentIn(now).as('present'))
		.where('id', '=', room.id)
		.executeTakeFirstOrThrow();
	const { door, holders, crowd, opensAt, changesAt } = await cardOf(
		db,
		{ ...room, present },
		{ apart: await apartOf(db, viewer), now },
	);
	return { door, holders, crowd, opensAt, changesAt };
}

export type Doorway = Awaited<ReturnType<typeof doorway>>;

/** Who sits in the quiet corner, by what they are called here. They chose to be seen there. */
export const cornerIn = (db: Reader, roomId: RoomId, viewer: Pick<Viewer, 'id'>, now: Date) =>
	inRoom(db, roomId, viewer, now)
		.select(['alias.id', 'alias.name'])
		.where('presence.corner', '=', true)
		.orderBy('presence.since')
		.execute();

/** Everybody who is in, for those who hold the room, so that they can greet. */
export const guestsIn = (db: Reader, roomId: RoomId, viewer: Pick<Viewer, 'id'>, now: Date) =>
	inRoom(db, roomId, viewer, now)
		.leftJoin('room_pause', (join) =>
			join
				.onRef('room_pause.room_id', '=', 'presence.room_id')
				.onRef('room_pause.person_id', '=', 'presence.person_id')
				.on('room_pause.until', '>', now),
		)
		.select([
			'alias.id',
			'alias.name',
			'presence.intent',
			'presence.first_time as firstTime',
			'presence.corner',
			'room_pause.until as pausedUntil',
			sql<boolean>`exists (select from message where message.alias_id = alias.id
				and message.posted_at >= presence.since)`.as('hasSpoken'),
		])
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('hold')
						.select('hold.person_id')
						.whereRef('hold.room_id', '=', 'presence.room_id')
						.whereRef('hold.person_id', '=', 'presence.person_id'),
				),
			),
		)
		.orderBy('presence.since', 'desc')
		.execute();

export type Guest = Awaited<ReturnType<typeof guestsIn>>[number];

const inRoom = (db: Reader, roomId: RoomId, viewer: Pick<Viewer, 'id'>, now: Date) =>
	db
		.selectFrom('presence')
		.innerJoin('room', 'room.id', 'presence.room_id')
		.innerJoin('alias', (join) =>
			join
				.onRef('alias.conversation_id', '=', 'presence.room_id')
				.onRef('alias.person_id', '=', 'presence.person_id'),
		)
		.whereRef('presence.since', '>=', 'room.open_since')
		.where('presence.room_id', '=', roomId)
		.where('presence.sign_at', '>', after(now, -COUNTED_FOR))
		.where((where) => notBetween(where, viewer.id, 'presence.person_id'));

/** A holder’s own desk: whether they are being asked if they are here, until when, and who else holds the room. */
export async function deskOf(db: Reader, roomId: RoomId, me: PersonId, now: Date) {
	const holds = heldFor(await holdsIn(db, roomId), await blockedWith(db, me));
	const mine = holds.find(({ personId }) => personId === me);
	const others = holds.filter(({ personId }) => personId !== me).map(({ personId }) => personId);
	const call = await db
		.selectFrom('second_call')
		.select('called_at as calledAt')
		.where('room_id', '=', roomId)
		.where('ended_at', 'is', null)
		.executeTakeFirst();
	return {
		asked: mine ? isAsked(mine, now) : false,
		until: mine?.until,
		shiftEndsAt: mine?.shiftEndsAt,
		others: others.length > 0 ? await namesOf(db, roomId, others) : [],
		calling: call !== undefined,
		asides: await db
			.selectFrom('aside')
			.leftJoin('alias', (join) =>
				join
					.onRef('alias.conversation_id', '=', 'aside.room_id')
					.onRef('alias.person_id', '=', 'aside.person_id'),
			)
			.select(['aside.id', 'aside.begun_at as begunAt', 'alias.id as aliasId', 'alias.name'])
			.where('aside.room_id', '=', roomId)
			.where('aside.holder_id', '=', me)
			.where('aside.ended_at', 'is', null)
			.where((where) => notBetween(where, me, 'aside.person_id'))
			.orderBy('aside.offered_at')
			.execute(),
	};
}

/** The talk of two that somebody has been offered here, or is having. */
export const asideOf = (db: Reader, roomId: RoomId, me: PersonId) =>
	db
		.selectFrom('aside')
		.leftJoin('alias', (join) =>
			join
				.onRef('alias.conversation_id', '=', 'aside.room_id')
				.onRef('alias.person_id', '=', 'aside.holder_id'),
		)
		.select(['aside.id', 'aside.begun_at as begunAt', 'alias.name as holder'])
		.where('aside.room_id', '=', roomId)
		.where('aside.person_id', '=', me)
		.where('aside.ended_at', 'is', null)
		.where((where) => notBetween(where, me, 'aside.holder_id'))
		.executeTakeFirst();

/** Where somebody calls for a second person, among the rooms this viewer may hold. */
export async function callsFor(db: Reader, viewer: Viewer | null) {
	if (!viewer || viewer.duties.length === 0) return [];
	return db
		.selectFrom('second_call')
		.innerJoin('room', 'room.id', 'second_call.room_id')
		.select(['room.slug', 'room.name', 'second_call.called_at as calledAt'])
		.where('second_call.ended_at', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('hold')
						.select('hold.person_id')
						.whereRef('hold.room_id', '=', 'room.id')
						.where('hold.person_id', '=', viewer.id),
				),
			),
		)
		.where('room.age_band', '=', viewer.ageBand)
		.where((where) => notBetween(where, viewer.id, 'second_call.called_by'))
		.where(sql<boolean>`room.held_by && ${[...viewer.duties]}::text[]`)
		.orderBy('second_call.called_at')
		.execute();
}

export type Call = Awaited<ReturnType<typeof callsFor>>[number];

/** Where a conversation of two stands, for its page. */
export const asideById = (db: Reader, roomId: RoomId, asideId: string) =>
	db
		.selectFrom('aside')
		.innerJoin('conversation', 'conversation.id', 'aside.id')
		.select(['aside.id', 'conversation.last_change as lastChange'])
		.where('aside.room_id', '=', roomId)
		.where(sql<boolean>`aside.id::text = ${asideId}`)
		.executeTakeFirst();
