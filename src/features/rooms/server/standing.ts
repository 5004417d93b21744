import { sql } from 'kysely';
import { holdStill } from '#features/conversations/server/index.ts';
import type { Viewer } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { Reader, Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after } from '#platform/time.ts';
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
	const me = viewer?.id ?? nobody;
	const row = await db
		.selectFrom('room')
		.leftJoin('presence as mine', (join) =>
			join
				.onRef('mine.room_id', '=', 'room.id')
				.on('mine.person_id', '=', me)
				// Whoever came in before it was last opened is not in.
				.onRef('mine.since', '>=', 'room.open_since'),
		)
		.leftJoin('alias', (join) =>
			join.onRef('alias.conversation_id', '=', 'room.id').on('alias.person_id', '=', me),
		)
		.leftJoin('room_pause as pause', (join) =>
			join.onRef('pause.room_id', '=', 'room.id').on('pause.person_id', '=', me),
		)
		.select([
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
			'alias.accepted_version',
			'pause.until as paused_until',
			presentIn(now).as('present'),
			sql<Date | null>`case when room.slow_seconds > 0
				then (select max(posted_at) from message where message.alias_id = alias.id) end`.as('last_said_at'),
		])
		.where('room.id', '=', roomId)
		.executeTakeFirst();
	const holds = row ? await holdsIn(db, roomId) : [];

	const { intent, first_time, corner, accepted_version, paused_until, present, last_said_at, ...room } =
		row ?? {};
	return {
		viewer,
		room: row && (room as Room),
		door: row ? doorOf(row, holds, now) : { is: 'closed' },
		hold: liveAmong(holds, now).find(({ personId }) => personId === me),
		presence: intent ? { intent, firstTime: first_time ?? false, corner: corner ?? false } : undefined,
		present: present ?? 0,
		acceptedVersion: accepted_version ?? 0,
		pausedUntil: paused_until ?? null,
		lastSaidAt: last_said_at ?? null,
		now,
	};
}

/** An id no person has. */
const nobody = '00000000-0000-0000-0000-000000000000' as PersonId;

/** How many are in a room, those who hold it aside: since it was opened, and heard of not long ago. */
export const presentIn = (now: Date) => sql<number>`(select count(*)::int from presence
	where presence.room_id = room.id and presence.since >= room.open_since
		and presence.sign_at > ${after(now, -COUNTED_FOR)}
		and not exists (select from hold where hold.room_id = room.id and hold.person_id = presence.person_id))`;

/**
 * What people said about holding a room, lapsed or not, the first to come first. Somebody who no longer has a duty by
 * which they may hold it holds nothing, from that moment on.
 */
export async function holdsIn(db: Reader, roomId: RoomId): Promise<Hold[]> {
	const rows = await db
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
		.orderBy('hold.person_id')
		.execute();
	return rows;
}

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
