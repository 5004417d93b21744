/** Two people and their talks, for tests of what they have together. */
import { isoWeekdays } from '#features/supporters/availability.ts';
import { addHours, keepPage, openPage, setLimits } from '#features/supporters/server/index.ts';
import { usualHours } from '#features/supporters/availability.ts';
import { blankPage, usualCaps, type Format } from '#features/supporters/supporter.ts';
import type { PairingId } from '#features/pairings/pairing.ts';
import { confirmSlot, holdSlot, pair } from '#features/pairings/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import type { World } from './world.ts';

export const granted = <Outcome extends object>(outcome: Outcome) => {
	if ('refused' in outcome && outcome.refused) throw new Error(`refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, { refused: string }>;
};

/** A supporter who is there on every day from nine to nine, on the clocks of Paris. */
export async function supporting(
	world: World,
	nickname = 'Wren',
	{ formats = ['text'] as Format[], aheadDays = 60 } = {},
) {
	const id = await world.person(nickname, { duties: ['supporter'] });
	const page = { ...blankPage, greeting: 'Hello.', languages: ['en'], formats };
	granted(await world.as(id, (tx) => keepPage(tx, page)));
	granted(await world.as(id, (tx) => openPage(tx, true)));
	const every = isoWeekdays.map((weekday) => ({ weekday, from: '09:00', until: '21:00' }));
	granted(await world.as(id, (tx) => addHours(tx, every)));
	granted(await world.as(id, (tx) => setLimits(tx, { ...usualCaps, ...usualHours, aheadDays })));
	return id;
}

export async function pairOf(world: World, supporterId: PersonId, nickname: string) {
	const memberId = await world.person(nickname);
	const { pairingId } = granted(await world.as(supporterId, (tx) => pair(tx, { supporterId, memberId })));
	return { memberId, pairingId };
}

/** Wren and Ana, who talk with each other. */
export async function two(world: World) {
	const wren = await supporting(world);
	const { memberId: ana, pairingId } = await pairOf(world, wren, 'Ana');
	return { wren, ana, pairingId };
}

export async function booked(world: World, who: PersonId, pairingId: PairingId, startsAt: Date) {
	const slot = { pairingId, startsAt, length: 30, format: 'text' } as const;
	const { bookingId } = granted(await world.as(who, (tx) => holdSlot(tx, slot)));
	granted(await world.as(who, (tx) => confirmSlot(tx, { pairingId, bookingId })));
	return bookingId;
}

/** What somebody was told and has not put away, the first first. */
export async function toldTo(world: World, who: PersonId) {
	const rows = await world.db
		.selectFrom('notice')
		.select('kind')
		.where('person_id', '=', who)
		.where('unread', '=', true)
		.orderBy('made_at')
		.orderBy('id')
		.execute();
	return rows.map(({ kind }) => kind);
}
