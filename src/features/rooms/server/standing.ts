import { sql } from 'kysely';
import { apartFrom } from '#features/blocks/server/index.ts';
import { holdStill } from '#features/conversations/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after } from '#platform/time.ts';
import { writtenOnce } from '#platform/written-once.ts';
import { doorOf, liveAmong, type Hold } from '../holding.ts';
import type { Standing } from '../policy.ts';
import { COUNTED_FOR, type Room, type RoomId } from '../room.ts';

/** What the rules of a room need to know about whoever is looking. */
export async function standingIn(
	db: Reader,
	roomId: RoomId,
	viewer: Viewer | null,
	now: Date,
): Promise<Standing> {
	const asking = { roomId, people: [viewer?.id ?? nobody], countedFrom: after(now, -COUNTED_FOR) };
	const row = await standingBy(asking).executeTakeFirst(db);
	return standingOf(row, row ? await holdsIn(db, roomId) : [], viewer, now);
}

/** The same for several people at once, within an operation that holds the room still: one journey for all of them. */
export async function standingsIn(tx: Tx, roomId: RoomId, people: readonly PersonId[]) {
	const [rows, holds] = await Promise.all([
		tx.ask(standingsBy({ roomId, people, countedFrom: after(tx.now, -COUNTED_FOR) })),
		tx.ask(holdsBy({ roomId })),
	]);
	const byPerson = new Map(rows.map((row) => [row.person_id, row]));
	return (person: PersonId, now: Date): Standing => {
		const row = byPerson.get(person);
		const viewer = row && { id: person, ageBand: row.person_age_band, duties: row.duties ?? [] };
		return standingOf(row, holds, viewer ?? null, now);
	};
}

interface Asking {
	roomId: RoomId;
	people: readonly PersonId[];
	/** Whoever was heard of since then is counted as present. */
	countedFrom: Date;
}

const standingQuery = (db: Reader, { roomId, people, countedFrom }: Asking) =>
	db
		.selectFrom('room')
		.innerJoin(sql<{ id: PersonId }>`unnest(${people}::uuid[])`.as<'me'>(sql`me (id)`), (join) =>
			join.onTrue(),
		)
		.leftJoin('presence as mine', (join) =>
			join
				.onRef('mine.room_id', '=', 'room.id')
				.onRef('mine.person_id', '=', 'me.id')
				// Whoever came in before it was last opened is not in.
				.onRef('mine.since', '>=', 'room.open_since'),
		)
		.leftJoin('alias', (join) =>
			join.onRef('alias.conversation_id', '=', 'room.id').onRef('alias.person_id', '=', 'me.id'),
		)
		.leftJoin('room_pause as pause', (join) =>
			join.onRef('pause.room_id', '=', 'room.id').onRef('pause.person_id', '=', 'me.id'),
		)
		.select([
			'me.id as person_id',
			'room.id',
			'room.rota_id as rotaId',
			'room.state',
			'room.age_band as ageBand',
			'room.held_by as heldBy',
			'room.agreements_version as agreementsVersion',
			'room.second_at as secondAt',
			'room.shut_until as shutUntil',
			'room.slow_seconds as slowSeconds',
			'mine.intent',
			'mine.first_time',
			'mine.corner',
			apartFrom('me.id').as('apart'),
			'alias.accepted_version',
			'pause.until as paused_until',
			presentFrom(countedFrom).as('present'),
			sql<Date | null>`case when room.slow_seconds > 0
				then (select max(posted_at) from message where message.alias_id = alias.id) end`.as('last_said_at'),
		])
		.where('room.id', '=', roomId);

const standingBy = writtenOnce(standingQuery);

const standingsBy = writtenOnce((db, asking: Asking) =>
	standingQuery(db, asking)
		.innerJoin('person', 'person.id', 'me.id')
		.select((select) => [
			'person.age_band as person_age_band',
			select
				.selectFrom('duty')
				.select(sql<Viewer['duties']>`coalesce(array_agg(duty.duty order by duty.duty), '{}')`.as('duties'))
				.whereRef('duty.person_id', '=', 'person.id')
				.as('duties'),
		]),
);

type StandingRow = Awaited<ReturnType<ReturnType<typeof standingQuery>['execute']>>[number];

function standingOf(
	row: StandingRow | undefined,
	holds: readonly Hold[],
	viewer: Viewer | null,
	now: Date,
): Standing {
	const {
		person_id = nobody,
		intent,
		first_time,
		corner,
		accepted_version,
		paused_until,
		present,
		last_said_at,
		apart = [],
		...room
	} = row ?? {};
	const theirs = heldFor(holds, new Set(apart));
	return {
		viewer,
		room: row && (room as Room),
		door: row ? doorOf(row, theirs, now) : { is: 'closed' },
		hold: liveAmong(theirs, now).find(({ personId }) => personId === person_id),
		presence: intent ? { intent, firstTime: first_time ?? false, corner: corner ?? false } : undefined,
		present: present ?? 0,
		acceptedVersion: accepted_version ?? 0,
		pausedUntil: paused_until ?? null,
		lastSaidAt: last_said_at ?? null,
		now,
	};
}

/**
 * The holds that count for somebody: nobody is looked after by a person whom a block stands between, so a room that only
 * such a person holds is closed for them.
 */
export const heldFor = (holds: readonly Hold[], apart: ReadonlySet<PersonId>): Hold[] =>
	holds.filter(({ personId }) => !apart.has(personId));

/** An id no person has. */
const nobody = '00000000-0000-0000-0000-000000000000' as PersonId;

/** How many are in a room, those who hold it aside: since it was opened, and heard of not long ago. */
export const presentIn = (now: Date) => presentFrom(after(now, -COUNTED_FOR));

const presentFrom = (countedFrom: Date) => sql<number>`(select count(*)::int from presence
	where presence.room_id = room.id and presence.since >= room.open_since
		and presence.sign_at > ${countedFrom}
		and not exists (select from hold where hold.room_id = room.id and hold.person_id = presence.person_id))`;

/**
 * What people said about holding a room, lapsed or not, the first to come first. Somebody who no longer has a duty by
 * which they may hold it holds nothing, from that moment on.
 */
export const holdsIn = (db: Reader, roomId: RoomId): Promise<Hold[]> => holdsBy({ roomId }).execute(db);

const holdsBy = writtenOnce((db, { roomId }: { roomId: RoomId }) =>
	db
		.selectFrom('hold')
		.innerJoin('room', 'room.id', 'hold.room_id')
		.select([
			'hold.person_id as personId',
			'hold.since',
			'hold.confirmed_at as confirmedAt',
			'hold.shift_ends_at as shiftEndsAt',
			'hold.until',
		])
		.where('hold.room_id', '=', roomId)
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('duty')
					.select('duty.duty')
					.whereRef('duty.person_id', '=', 'hold.person_id')
					.where(sql<boolean>`duty.duty = any (room.held_by)`),
			),
		)
		.orderBy('hold.since')
		.orderBy('hold.person_id'),
);

/** The standing of whoever acts. */
export const actorIn = async (tx: Tx, roomId: RoomId): Promise<Standing> =>
	standingIn(tx.db, roomId, (await viewerById(tx.db, tx.actor)) ?? null, tx.now);

/**
 * Holds a room still until the transaction ends, as whoever speaks in it does: what is decided about it stays true, and
 * nothing is said in a room that has just closed.
 */
export async function holdRoomStill(tx: Tx, roomId: RoomId): Promise<Standing> {
	await holdStill(tx, roomId);
	return actorIn(tx, roomId);
}
