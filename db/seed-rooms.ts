import { acceptAgreements } from '#features/rooms/server/accept-agreements.ts';
import { changeAlias } from '#features/rooms/server/change-alias.ts';
import { comeIn, sitInCorner } from '#features/rooms/server/come-in.ts';
import { beginHold } from '#features/rooms/server/hold-room.ts';
import { openRoom } from '#features/rooms/server/open-room.ts';
import { pinTopic } from '#features/rooms/server/pin-topic.ts';
import { postMessage } from '#features/rooms/server/post-message.ts';
import { resonate } from '#features/rooms/server/resonate.ts';
import type { RoomId } from '#features/rooms/room.ts';
import { resonances } from '#features/conversations/message.ts';
import type { RotaId } from '#features/rota/rota.ts';
import { makePattern } from '#features/rota/server/make-pattern.ts';
import { signUp } from '#features/rota/server/sign-up.ts';
import { writeShiftsOf } from '#features/rota/server/write-shifts.ts';
import { weekdays } from '#platform/recurrence/calendar-days.ts';
import { ruleOf } from '#platform/recurrence/pattern.ts';
import { after, minutes } from '#platform/time.ts';
import { rooms, type CastRoom, type Handle } from './cast.ts';
import { beOnShift, keepOpen } from './keep-open.ts';
import { granted, localDay, momentOf, said, type Stage } from './stage.ts';

/** Opens the rooms of the cast: each with its rota, and one of them with people in it. */
export async function openRooms(stage: Stage) {
	for (const room of Object.values(rooms)) {
		const then = stage.as('amara', momentOf([room.since, '12:00'], room.details.zone, stage.now));
		const { roomId, rotaId } = granted(await openRoom(then, room.details));
		await fill(stage, room, rotaId);
		if (room.always) await talk(stage, room, { roomId, rotaId, holder: room.always });
	}
	await keepOpen(moving(stage, stage.now));
}

const moving = (stage: Stage, now: Date): Parameters<typeof keepOpen>[0] => ({
	now,
	db: stage.as(null, now).db,
	idOf: (who) => stage.idOf(who),
	as: (who, operation) => operation(stage.as(who, now)),
});

async function fill(stage: Stage, { details: { zone }, shifts, since, held = [] }: CastRoom, rotaId: RotaId) {
	const opened = momentOf([since, '12:00'], zone, stage.now);
	const rule = ruleOf({ every: 'weeks', n: 1, weekdays });
	for (const times of shifts) {
		const { patternId } = granted(
			await makePattern(stage.as('amara', opened), {
				rotaId,
				rule,
				since: localDay(opened, zone),
				...times,
				expected: null,
			}),
		);
		await writeShiftsOf(stage.as(null, stage.now), patternId);
	}
	const ahead = await stage
		.as(null, stage.now)
		.db.selectFrom('shift')
		.select('id')
		.where('rota_id', '=', rotaId)
		.where('starts_at', '>', stage.now)
		.orderBy('starts_at')
		.limit(held.length)
		.execute();
	for (const [index, { id }] of ahead.entries()) granted(await signUp(stage.as(held[index]!, stage.now), id));
}

/** Minutes ago at which the holder said that they are here; between two of them a shift may end, and nothing else. */
const CONFIRMED = [50, 32, 14] as const;
const HANDS_SHAKEN = 5;

/** What was said there in the last hour. */
async function talk(
	stage: Stage,
	{ guests = {}, conversation = [], pinned }: CastRoom,
	{ roomId, rotaId, holder }: { roomId: RoomId; rotaId: RotaId; holder: Handle },
) {
	const before = (ago: number) => after(stage.now, -minutes(ago));
	const shifts = await stage
		.as(null, stage.now)
		.db.selectFrom('shift')
		.select('starts_at')
		.where('rota_id', '=', rotaId)
		.where('starts_at', '>', before(CONFIRMED[0] - HANDS_SHAKEN))
		.where('starts_at', '<=', stage.now)
		.execute();
	// Holding ends with a shift, so whoever holds the next one says so a little before.
	const changes = shifts.map(
		({ starts_at }) => (stage.now.getTime() - starts_at.getTime()) / minutes(1) + HANDS_SHAKEN,
	);
	const confirmed = [...CONFIRMED, ...changes].toSorted((a, b) => b - a);
	/** Brings the room to this moment. */
	const until = async (ago: number) => {
		while (confirmed[0] !== undefined && confirmed[0] >= ago) {
			const at = before(confirmed.shift()!);
			await beOnShift(moving(stage, at), { rotaId, holder });
			granted(await beginHold(stage.as(holder, at), roomId));
		}
	};

	await until(48);
	for (const [who, { intent, firstTime = false, corner = false, called }] of Object.entries(guests)) {
		const me = stage.as(who as Handle, before(48));
		granted(await comeIn(me, { roomId, intent, firstTime }));
		if (corner) granted(await sitInCorner(me, { roomId, corner }));
		if (called) granted(await changeAlias(me, { roomId, name: called }));
		if (intent === 'talk') granted(await acceptAgreements(me, { roomId, version: 1 }));
	}
	if (pinned) granted(await pinTopic(stage.as(holder, before(47)), { roomId, words: pinned }));

	const places = new Map<string, number>();
	for (const { by, ago, says, note = '', as, to, answers = {} } of conversation) {
		await until(ago);
		const me = stage.as(by, before(ago));
		const replyTo = to === undefined ? undefined : places.get(to);
		const { place } = said(
			await postMessage(me, { roomId, body: says, contentNote: note, replyTo, clientId: me.newId() }),
		);
		if (as) places.set(as, place);
		for (const kind of resonances)
			for (const who of answers[kind] ?? [])
				granted(await resonate(stage.as(who, before(ago)), { roomId, place, kind }));
	}
	await until(0);
}
