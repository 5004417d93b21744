import { expect } from 'vitest';
import { pair } from '#features/pairings/server/index.ts';
import { giveDuty } from '#features/people/server/index.ts';
import { usualHours } from '#features/supporters/availability.ts';
import { addHours, keepPage, openPage, setLimits } from '#features/supporters/server/index.ts';
import { blankPage, usualCaps } from '#features/supporters/supporter.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, minutes, rightNow } from '#platform/time.ts';
import type { App } from '../app.ts';
import { granted } from '../talks.ts';
import { comeIn, journey } from './journey.ts';

const passphrase = 'a lamp in the window 9';

const personOf = async ({ spine: { db } }: App, nickname: string) => {
	const query = db.selectFrom('person').select('id').where('nickname', '=', nickname);
	return (await query.executeTakeFirstOrThrow()).id;
};

/** A supporter who is there on Mondays from one to two, half a year ahead, paired with a member. */
async function paired(app: App, names: { supporter: string; member: string }) {
	const [supporter, member] = [await personOf(app, names.supporter), await personOf(app, names.member)];
	const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	await app.spine.db
		.updateTable('person')
		.set({ zone: 'Europe/London' })
		.where('id', 'in', [supporter, member])
		.execute();
	await as(null, (tx) => giveDuty(tx, { personId: supporter, duty: 'supporter' }));
	granted(await as(supporter, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hello.', languages: ['en'] })));
	granted(await as(supporter, (tx) => openPage(tx, true)));
	granted(await as(supporter, (tx) => setLimits(tx, { ...usualCaps, ...usualHours, aheadDays: 180 })));
	granted(await as(supporter, (tx) => addHours(tx, [{ weekday: 1, from: '13:00', until: '14:00' }])));
	const { pairingId } = granted(
		await as(supporter, (tx) => pair(tx, { supporterId: supporter, memberId: member })),
	);
	return { pairingId, supporter, member };
}

/** Brings the only session of a pairing to a time around now: half an hour goes by for nobody. */
async function bring({ spine: { db } }: App, pairingId: string, begins: number) {
	const starts_at = after(rightNow(), minutes(begins));
	await db
		.updateTable('booking')
		.set({ starts_at, ends_at: after(starts_at, minutes(30)) })
		.where('pairing_id', '=', pairingId as never)
		.execute();
}

/** The first Monday after the clocks of London go forward, at least this far on. */
function mondayAfterChange(now: Date): Date {
	const year = now.getUTCMonth() >= 2 ? now.getUTCFullYear() + 1 : now.getUTCFullYear();
	const april = new Date(Date.UTC(year, 3, 1, 12));
	return after(april, ((8 - april.getUTCDay()) % 7) * 86_400_000);
}

journey('two book a session, move it past the change of clocks, meet, and one tries another', async (on) => {
	const { app, walk, scripts } = on;
	const [ana, wren] = [await on.newcomer(), await on.newcomer()];
	const names = { member: `Marlow ${walk}`, supporter: `Sorrel ${walk}` };
	for (const [traveller, name] of [
		[ana, names.member],
		[wren, names.supporter],
	] as const) {
		await traveller.go('/sign-up');
		await comeIn(traveller, name, passphrase);
	}
	const { pairingId } = await paired(app, names);
	const sessions = `/pairings/${pairingId}/sessions`;

	await ana.go(sessions);
	await ana.press(/^Monday, .* 1:00.PM$/, { exact: false });
	await ana.reads('This time is kept for you');
	await ana.press('Book it');
	const { startsAt: before } = await booking();
	await wren.go('/me/notices');
	await wren.reads(/New appointment: Monday, .* 1:00.PM/);

	// It is one o’clock before the change, and one o’clock after it.
	const monday = mondayAfterChange(rightNow());
	const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'UTC' });
	await ana.go(sessions);
	await ana.press('Move');
	await ana.press(new RegExp(`^Monday, ${day.format(monday)} at 1:00.PM$`), { exact: false });
	await ana.reads(new RegExp(`${day.format(monday)} at 1:00.PM`));
	const { startsAt: moved, id } = await booking();
	expect(before.toISOString().slice(11, 16)).toBe('13:00');
	expect(moved.toISOString().slice(11, 16)).toBe('12:00');
	const ics = await ana.page.context().request.get(`${ana.origin}${sessions}/${id}/appointment.ics`);
	expect(await ics.text()).toContain(
		`DTSTART:${moved.toISOString().slice(0, 10).replaceAll('-', '')}T120000Z`,
	);

	// They meet.
	await bring(app, pairingId, -3);
	await ana.go(`/pairings/${pairingId}`);
	await ana.reads(/Your session: until \d/);
	await ana.write('Say something', 'I am here.');
	await ana.press('Send');
	await wren.go(`/pairings/${pairingId}`);
	await wren.reads('I am here.');
	await wren.page.getByText('I need a second person').first().click();
	await wren.press('I need a second person');
	await wren.reads('Somebody is asked to come.');
	if (!scripts) await ana.go(`/pairings/${pairingId}`);
	await ana.reads('Somebody is asked to come.');
	await ana.press('It is all right again');

	await wren.go(`/pairings/${pairingId}/notes`);
	await wren.write('What you want to keep', 'A walk on Thursday.');
	await wren.press('Keep it');
	await ana.go(`/pairings/${pairingId}/notes`);
	expect(await ana.page.getByLabel('What you want to keep').inputValue()).toBe('A walk on Thursday.');

	await bring(app, pairingId, -27);
	await ana.go(`/pairings/${pairingId}`);
	await ana.reads('Before you part');

	// Afterwards.
	await bring(app, pairingId, -40);
	await ana.go(`/pairings/${pairingId}`);
	await ana.press('Say how it was, if you like');
	await ana.page.getByRole('radio', { name: 'Somebody else' }).check();
	await ana.press('Keep it');
	await ana.reads(/needs no reason/);
	await ana.press('Find somebody else');
	await wren.go(`/pairings/${pairingId}/sessions/${id}`);
	await wren.reads('Was it heavy?');
	await wren.press('I would like to talk with somebody');
	await wren.go('/me/supporting/hours');
	await wren.reads(/In all: 30 minutes, in one session/);

	async function booking() {
		return app.spine.db
			.selectFrom('booking')
			.select(['id', 'starts_at as startsAt'])
			.where('pairing_id', '=', pairingId)
			.executeTakeFirstOrThrow();
	}
});
