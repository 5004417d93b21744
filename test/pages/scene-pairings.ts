import { giveDuty } from '#features/people/server/index.ts';
import type { OfferId } from '#features/asking/ask.ts';
import { acceptOffer, askDirectly } from '#features/asking/server/index.ts';
import { confirmSlot, holdSlot, say, standingIn, timesFor } from '#features/pairings/server/index.ts';
import { addHours, keepPage, mySupporting, openPage, setLimits } from '#features/supporters/server/index.ts';
import { blankPage, usualCaps } from '#features/supporters/supporter.ts';
import { isoWeekdays, usualHours } from '#features/supporters/availability.ts';
import { transact, type Tx } from '#platform/db.ts';
import type { PersonId } from '#platform/ids.ts';
import { rightNow } from '#platform/time.ts';
import { granted } from '../rooms.ts';
import { meetAround } from './scene-sessions.ts';
import type { App } from '../app.ts';
import type { Fields } from '../client.ts';

const card = { help: 'listen', avoid: '', language: 'en' } as const;

/**
 * The steward is a supporter, too, and paired with the member: one session is booked, and the member holds another slot.
 * Whoever waters the tomatoes has asked the steward; the observer has asked Idris.
 */
export async function talkOneToOne(app: App): Promise<{
	addresses(route: string): Record<string, string>;
	forms: Record<string, Fields>;
	/** The pairing, a session in it, and a time that both have. */
	here: { pairing: string; session: string; startsAt: string };
}> {
	const { db, vault } = app.spine;
	const [lolo, nour, tomatoes] = [await app.idOf('lolo'), await app.idOf('nour'), await app.idOf('tomatoes')];
	const as = <Outcome extends object>(actor: PersonId | null, operation: (tx: Tx) => Promise<Outcome>) =>
		transact(app.spine, { actor, now: rightNow() }, operation);
	const asking = async (who: PersonId): Promise<OfferId> => {
		const { askId } = granted(await as(who, (tx) => askDirectly(tx, card, { supporterId })));
		const offers = db.selectFrom('offer').select('id').where('ask_id', '=', askId);
		return (await offers.executeTakeFirstOrThrow()).id;
	};

	await as(null, (tx) => giveDuty(tx, { personId: lolo, duty: 'supporter' }));
	granted(await as(lolo, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hola.', languages: ['en', 'es'] })));
	granted(await as(lolo, (tx) => openPage(tx, true)));
	granted(await as(lolo, (tx) => setLimits(tx, { ...usualCaps, ...usualHours, newAWeek: 10 })));
	const hours = isoWeekdays.map((weekday) => ({ weekday, from: '10:00', until: '20:00' }));
	granted(await as(lolo, (tx) => addHours(tx, hours)));
	const mine = (await mySupporting(db, vault, lolo))!;
	const supporterId = mine.id;

	const first = await asking(nour);
	const { pairingId } = granted(await as(lolo, (tx) => acceptOffer(tx, { offerId: first })));
	for (const who of [nour, lolo])
		granted(
			await as(who, (tx) =>
				say(tx, {
					...{ pairingId, body: 'Thank you.', contentNote: '', replyTo: undefined },
					clientId: tx.newId(),
				}),
			),
		);
	const { pairing } = await standingIn(db, pairingId, null);
	const { starts } = await timesFor(db, vault, pairing!, { length: 30, now: rightNow(), except: [] });
	const slot = (at: number) => ({ pairingId, startsAt: starts[at]!, length: 30, format: 'text' }) as const;
	const booked = granted(await as(nour, (tx) => holdSlot(tx, slot(4)))).bookingId;
	granted(await as(nour, (tx) => confirmSlot(tx, { pairingId, bookingId: booked })));
	const held = granted(await as(nour, (tx) => holdSlot(tx, slot(8)))).bookingId;
	const offer = await asking(tomatoes);
	const theirs = await meetAround(app, { pairingId, supporter: lolo, member: nour, startsAt: starts[20]! });

	const here = '/pairings/[pairing]';
	const startsAt = starts[12]!.toISOString();
	const times = { length: '30', format: 'text' };
	const limits = {
		...{ pairings: '3', newAWeek: '2', hoursAWeek: '8', nightsAWeek: '2' },
		...{ noticeHours: '10', aheadDays: '30', bufferMinutes: '15' },
	};
	const yes = { open: 'no', resting: 'yes' };
	return {
		here: { pairing: pairingId, session: booked, startsAt },
		addresses: (route) => {
			const at = (id: string, supporter: string) =>
				route
					.replace('[supporter]', supporter)
					.replace('[pairing]', id)
					.replace('[place]', '1')
					.replace('[session]', route.endsWith('.ics') ? booked : theirs.past)
					.replace('[backup]', id === pairingId ? theirs.debrief : id);
			return { there: at(pairingId, supporterId), missing: at(held, held) };
		},
		forms: {
			'/supporters/[supporter] ?/ask': card,
			'/me/supporting ?/page': {
				...{ greeting: 'Another one.', livedShown: 'nobody', languages: 'en', formats: 'text' },
			},
			'/me/supporting ?/open': yes,
			'/me/supporting ?/rest': yes,
			'/me/supporting ?/hours': { weekday: '1', from: '20:30', until: '21:00' },
			'/me/supporting ?/days': { firstOn: '2030-01-01' },
			'/me/supporting ?/drop': { id: mine.availability.weekly[0]!.id },
			'/me/supporting ?/limits': limits,
			'/me/supporting ?/cool': { hours: '48' },
			'/me/supporting ?/off-hours': { offFrom: '21:00', offUntil: '07:00' },
			'/me/supporting ?/accept': { offer },
			'/me/supporting ?/decline': { offer },
			[`${here} ?/say`]: { body: 'A word.', clientId: '0198c0de-0000-7000-8000-000000000003' },
			[`${here} ?/read`]: { place: '2' },
			[`${here} ?/resonate`]: { place: '1', kind: 'with-you' },
			[`${here} ?/remove`]: { place: '1' },
			[`${here}/another`]: { tell: 'no' },
			[`${here} ?/end`]: { words: 'Goodbye.', clientId: '0198c0de-0000-7000-8000-000000000004' },
			[`${here}/[place]`]: { body: 'Another word.', contentNote: '' },
			[`${here}/sessions ?/hold`]: { startsAt, ...times },
			[`${here}/sessions ?/offer`]: { on: '2030-01-01', at: '03:00', ...times },
			[`${here}/sessions ?/confirm`]: { session: held },
			[`${here}/sessions ?/move`]: { session: booked, startsAt },
			[`${here}/sessions ?/call-off`]: { session: booked },
			...theirs.forms,
		},
	};
}
