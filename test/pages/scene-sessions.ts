import { beginConversation } from '#features/conversations/server/index.ts';
import type { BookingId, PairingId } from '#features/pairings/pairing.ts';
import { waitForSlot, waitsOf } from '#features/pairings/server/index.ts';
import { notify } from '#features/notices/server/index.ts';
import {
	askForDebrief,
	come,
	proposeMentoring,
	sayBeside,
	writeNotes,
} from '#features/sessions/server/index.ts';
import type { BackupId } from '#features/sessions/session.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days, hours, minutes, rightNow } from '#platform/time.ts';
import { granted } from '../rooms.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

interface Two {
	pairingId: PairingId;
	supporter: PersonId;
	member: PersonId;
	/** A time that both have. */
	startsAt: Date;
}

/**
 * The steward and the member have a session that is on and have had one before, after which the steward asked for a
 * debrief and the coordinator came. Whoever waters the tomatoes asks for one, too, and nobody has come yet.
 */
export async function meetAround(
	app: App,
	{ pairingId, supporter, member, startsAt }: Two,
): Promise<{ past: string; debrief: string; forms: Record<string, Fields> }> {
	const { spine } = app;
	const now = rightNow();
	const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(spine, { actor, now }, operation);
	const [ximena, tomatoes] = [await app.idOf('ximena'), await app.idOf('tomatoes')];

	const session = (begins: number) =>
		as(member, async (tx) => {
			const bookingId: BookingId = tx.newId();
			const span = { starts_at: after(now, minutes(begins)), ends_at: after(now, minutes(begins + 30)) };
			await tx.db
				.insertInto('booking')
				.values({
					...{ id: bookingId, pairing_id: pairingId, ...span, state: 'booked', held_until: null },
					...{ format: 'text', made_by: member, agreed_at: after(now, -days(3)) },
					...{ series_id: null, place: null, place_by: null },
				})
				.execute();
			await tx.db
				.insertInto('booking_person')
				.values([supporter, member].map((person_id) => ({ booking_id: bookingId, person_id, ...span })))
				.execute();
			return { bookingId };
		});
	const { bookingId: past } = await session(-50);
	await session(-5);

	const { backupId } = granted(
		await as(supporter, (tx) => askForDebrief(tx, { pairingId, bookingId: past })),
	);
	granted(await as(ximena, (tx) => come(tx, { backupId })));
	for (const who of [ximena, supporter])
		granted(
			await as(who, (tx) =>
				sayBeside(tx, {
					...{ backupId, body: 'A word.', contentNote: '', replyTo: undefined },
					clientId: tx.newId(),
				}),
			),
		);
	const { open } = await as(null, async (tx) => {
		const open: BackupId = tx.newId();
		await beginConversation(tx, 'backup', open);
		await tx.db
			.insertInto('backup')
			.values({
				...{ id: open, kind: 'debrief', pairing_id: null, age_band: 'adult', asked_by: tomatoes },
				...{ asked_at: now, lapses_at: after(now, hours(24)), comer_id: null, came_at: null, ended_at: null },
			})
			.execute();
		await notify(tx, { to: member, kind: 'appointment-day', about: past, at: now, path: '/pairings' });
		return { open };
	});
	granted(await as(supporter, (tx) => writeNotes(tx, { pairingId, words: 'A word.', version: 0 })));
	granted(await as(supporter, (tx) => proposeMentoring(tx, { pairingId, reviewOn: '2030-01-01' })));
	// At night, when nobody is there: so it does not fall free by itself while everybody knocks.
	const slot = { startsAt: after(startsAt, hours(12)), length: 30, format: 'text' } as const;
	granted(await as(member, (tx) => waitForSlot(tx, { pairingId, ...slot })));
	const [wait] = await waitsOf(spine.db, pairingId, member, now);
	const { id: notice } = await spine.db
		.selectFrom('notice')
		.select('id')
		.where('person_id', '=', member)
		.where('kind', '=', 'appointment-day')
		.executeTakeFirstOrThrow();

	const here = '/pairings/[pairing]';
	const series = { startsAt: startsAt.toISOString(), length: '30', format: 'text', times: '2' };
	return {
		past,
		debrief: backupId,
		forms: {
			[`${here}/notes`]: { words: 'Another word.', version: '1' },
			[`${here}/mentoring ?/propose`]: { reviewOn: '2030-02-02' },
			[`${here}/sessions ?/series`]: { ...series, agreed: series.startsAt },
			[`${here}/sessions ?/wait`]: {
				startsAt: after(startsAt, days(1)).toISOString(),
				length: '30',
				format: 'text',
			},
			[`${here}/sessions ?/wait-no-longer`]: { wait: wait!.id },
			[`${here}/sessions/[session] ?/answer`]: { heard: '3', next: 'same' },
			'/beside ?/come': { backup: open },
			'/beside ?/end': { backup: backupId },
			'/beside/[backup] ?/say': { body: 'A word.', clientId: '0198c0de-0000-7000-8000-000000000005' },
			'/beside/[backup] ?/read': { place: '2' },
			'/beside/[backup] ?/resonate': { place: '1', kind: 'with-you' },
			'/beside/[backup] ?/remove': { place: '1' },
			'/beside/[backup]/[place]': { body: 'Another word.', contentNote: '' },
			'/me/notices ?/away': { notice },
			'/me/notices ?/wanted': { kind: 'time-free' },
		},
	};
}
