import { parseArgs } from 'node:util';
import { giveDuty, signUp } from '#features/people/server/index.ts';
import { acceptOffer, askDirectly } from '#features/asking/server/index.ts';
import { confirmSlot, endPairing, holdSlot, pair } from '#features/pairings/server/index.ts';
import { offer } from '#features/asking/server/cards.ts';
import { isoWeekdays } from '#features/supporters/availability.ts';
import { addHours, keepPage, openPage, setLimits } from '#features/supporters/server/index.ts';
import { blankPage } from '#features/supporters/supporter.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, minutes, rightNow } from '#platform/time.ts';
import { sql } from 'kysely';
import { Hearten } from '../test/hearten.ts';
import { Report } from './measuring/report.ts';

/**
 * Whether two can ever have what only one can: a slot that many book at one moment, through the operations and past them
 * with plain SQL; and an ask to which two supporters say yes at one moment.
 *   --people 200 --slots 100 --asks 1000
 */
const { values } = parseArgs({
	options: {
		people: { type: 'string', default: '200' },
		slots: { type: 'string', default: '100' },
		asks: { type: 'string', default: '1000' },
		keep: { type: 'boolean', default: true },
	},
	allowNegative: true,
});
const report = new Report('Pairings', '`script/bench pairings`: what only one of many can have.');
const hearten = await Hearten.start();
const spine = await hearten.spine();
let now = rightNow();

const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
	transact(spine, { actor, now }, operation);

try {
	await slots();
	await asks();
} finally {
	await hearten.remove();
}
if (values.keep) report.keepAs('pairings');

async function slots() {
	const wren = await supporter('Wren');
	const members = await inTurn(Number(values.people), async (index) => {
		const memberId = await person(`Member ${index}`);
		const { pairingId } = granted(await as(wren, (tx) => pair(tx, { supporterId: wren, memberId })));
		return { memberId, pairingId };
	});
	const first = Math.ceil(after(now, hours(48)).getTime() / minutes(30)) * minutes(30);
	const winners: number[] = [];
	const bySql: number[] = [];
	for (let round = 0; round < Number(values.slots); round++) {
		const startsAt = new Date(first + round * minutes(30));
		const booked = await Promise.all(
			members.map(async ({ memberId, pairingId }) => {
				const slot = { pairingId, startsAt, length: 30, format: 'text' } as const;
				const held = await as(memberId, (tx) => holdSlot(tx, slot));
				if ('refused' in held) return false;
				const { bookingId } = held;
				return 'bookingId' in (await as(memberId, (tx) => confirmSlot(tx, { pairingId, bookingId })));
			}),
		);
		winners.push(booked.filter(Boolean).length);
		const past = await Promise.all(
			members.slice(0, 20).map(({ pairingId }) => insertPast(wren, pairingId, startsAt)),
		);
		bySql.push(past.filter(Boolean).length);
	}
	const { rows } = await sql<{ overlaps: number }>`
		select count(*)::int as overlaps from booking_person a join booking_person b
			on a.person_id = b.person_id and a.booking_id < b.booking_id
			and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`.execute(spine.db);
	report.table(
		`S1: ${values.people} people want one slot at one moment, ${values.slots} times`,
		['slots', 'booked by exactly one', 'got in past the operations', 'talks that overlap'],
		[
			[
				winners.length,
				winners.filter((count) => count === 1).length,
				bySql.reduce((sum, count) => sum + count, 0),
				rows[0]!.overlaps,
			],
		],
	);
}

/** Writes a booking as somebody with a console would. */
async function insertPast(supporterId: PersonId, pairingId: string, startsAt: Date): Promise<boolean> {
	const span = { starts_at: startsAt, ends_at: after(startsAt, minutes(30)) };
	try {
		await as(supporterId, async (tx) => {
			const id = tx.newId<'booking'>();
			await tx.db
				.insertInto('booking')
				.values({
					...{ id, pairing_id: pairingId as never, state: 'booked', held_until: null, format: 'text' },
					...{ made_by: supporterId, agreed_at: tx.now, ...span },
				})
				.execute();
			await tx.db
				.insertInto('booking_person')
				.values({ booking_id: id, person_id: supporterId, ...span })
				.execute();
			return {};
		});
		return true;
	} catch {
		return false;
	}
}

async function asks() {
	const two = [await supporter('Tam'), await supporter('Idris')] as const;
	const ana = await person('Ana');
	const { id: supporterId } = await spine.db
		.selectFrom('supporter')
		.select('id')
		.where('person_id', '=', two[0])
		.executeTakeFirstOrThrow();
	const card = { help: 'listen', avoid: '', language: 'en' } as const;
	const tally = { one: 0, none: 0, both: 0 };
	for (let round = 0; round < Number(values.asks); round++) {
		// A week has room for so many new people, and then comes the next.
		now = after(now, hours(24));
		const { askId } = granted(await as(ana, (tx) => askDirectly(tx, card, { supporterId })));
		await as(ana, (tx) => offer(tx, askId, two[1]));
		const cards = await spine.db
			.selectFrom('offer')
			.select(['id', 'supporter_id'])
			.where('ask_id', '=', askId)
			.execute();
		const answers = await Promise.all(
			cards.map(({ id, supporter_id }) => as(supporter_id, (tx) => acceptOffer(tx, { offerId: id }))),
		);
		const yes = answers.flatMap((answer) => ('pairingId' in answer ? [answer.pairingId] : []));
		tally[(['none', 'one', 'both'] as const)[yes.length]!]++;
		for (const pairingId of yes) await as(ana, (tx) => endPairing(tx, pairingId));
	}
	report.table(
		'S2: two supporters say yes to one ask at one moment',
		['asks', 'accepted by one', 'by none', 'by both'],
		[[Number(values.asks), tally.one, tally.none, tally.both]],
	);
}

async function person(nickname: string): Promise<PersonId> {
	const newcomer = { nickname, ageBand: 'adult', locale: 'en', zone: 'UTC', passphrase: null } as const;
	return granted(await as(null, (tx) => signUp(tx, newcomer))).personId;
}

/** Somebody who is there at any hour and carries whatever comes. */
async function supporter(nickname: string): Promise<PersonId> {
	const personId = await person(nickname);
	await as(null, (tx) => giveDuty(tx, { personId, duty: 'supporter' }));
	granted(await as(personId, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hello.', languages: ['en'] })));
	granted(await as(personId, (tx) => openPage(tx, true)));
	const always = isoWeekdays.map((weekday) => ({ weekday, from: '00:00', until: '00:00' }));
	granted(await as(personId, (tx) => addHours(tx, always)));
	const limits = {
		pairings: 20,
		newAWeek: 20,
		hoursAWeek: 168,
		nightsAWeek: 7,
		noticeHours: 0,
		aheadDays: 180,
		bufferMinutes: 0,
	};
	granted(await as(personId, (tx) => setLimits(tx, limits)));
	return personId;
}

async function inTurn<Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> {
	const made: Result[] = [];
	for (let index = 0; index < count; index++) made.push(await make(index));
	return made;
}

function granted<Outcome extends object>(outcome: Outcome): Exclude<Outcome, { refused: string }> {
	if ('refused' in outcome) throw new Error(`Refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, { refused: string }>;
}
