import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { signUp } from '#features/people/server/index.ts';
import type { BookingId, PairingId } from '#features/pairings/pairing.ts';
import { callOffSession, pair } from '#features/pairings/server/index.ts';
import { transact, type Spine, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days, hours, minutes, rightNow } from '#platform/time.ts';
import { Hearten } from '../hearten.ts';
import { granted } from '../talks.ts';

const SESSIONS = 60;
const KILLS = 8;

/** Each of many sessions comes within the hour of its reminder while the worker is killed again and again. */
test(
	'everybody is reminded once, however often the worker is killed, and never of what was called off',
	{
		timeout: 150_000,
	},
	async () => {
		const hearten = await Hearten.start();
		try {
			let spine = await hearten.spine();
			const sessions = [];
			for (let at = 0; at < SESSIONS; at += 1) sessions.push(await sessionOf(spine, at));
			const [off, stay] = [sessions.slice(0, SESSIONS / 4), sessions.slice(SESSIONS / 4)];

			for (let kill = 0; kill < KILLS; kill += 1) {
				// Now early, now late: while it looks for whom to remind, while it writes, or just after.
				await pause(150 + ((kill * 379) % 1100));
				await hearten.kill();
				await hearten.start();
				spine = await hearten.spine();
				for (const { pairingId, bookingId, supporterId } of off.slice(
					...[(kill * off.length) / KILLS, ((kill + 1) * off.length) / KILLS].map(Math.floor),
				))
					granted(await as(spine, supporterId, (tx) => callOffSession(tx, { pairingId, bookingId })));
			}
			const reminders = () =>
				spine.db
					.selectFrom('notice')
					.select(['about', 'person_id'])
					.where('kind', '=', 'appointment-hour')
					.execute();
			await expect
				.poll(async () => (await reminders()).length, { timeout: 90_000, interval: 500 })
				.toBe(stay.length * 2);
			await pause(2_000);

			const told = (await reminders()).map(({ about, person_id }) => `${about} ${person_id}`);
			const wanted = stay.flatMap(({ bookingId, supporterId, memberId }) =>
				[supporterId, memberId].map((who) => `${bookingId} ${who}`),
			);
			expect(told.sort()).toEqual(wanted.sort());
		} finally {
			await hearten.remove();
		}
	},
);

const as = <Outcome extends object>(
	spine: Spine,
	actor: PersonId | null,
	operation: (tx: Tx) => Promise<Outcome>,
) => transact(spine, { actor, now: rightNow() }, operation);

/** Two people with a session in an hour and a little: the reminder of each becomes due a moment after the last. */
async function sessionOf(spine: Spine, at: number) {
	const person = async (nickname: string) => {
		const settings = { ageBand: 'adult', locale: 'en', zone: 'UTC', passphrase: null } as const;
		return granted(await as(spine, null, (tx) => signUp(tx, { nickname, ...settings }))).personId;
	};
	const [supporterId, memberId] = [await person(`Supporter ${at}`), await person(`Member ${at}`)];
	const { pairingId } = granted(await as(spine, supporterId, (tx) => pair(tx, { supporterId, memberId })));
	const startsAt = after(rightNow(), hours(1) + at * 150);
	const span = { starts_at: startsAt, ends_at: after(startsAt, minutes(30)) };
	const { bookingId } = await as(spine, memberId, async (tx) => {
		const bookingId: BookingId = tx.newId();
		await tx.db
			.insertInto('booking')
			.values({
				...{ id: bookingId, pairing_id: pairingId as PairingId, ...span, state: 'booked', held_until: null },
				...{ format: 'text', made_by: memberId, agreed_at: after(tx.now, -days(2)) },
				...{ series_id: null, place: null, place_by: null },
			})
			.execute();
		await tx.db
			.insertInto('booking_person')
			.values([supporterId, memberId].map((person_id) => ({ booking_id: bookingId, person_id, ...span })))
			.execute();
		return { bookingId };
	});
	return { pairingId, bookingId, supporterId, memberId };
}
