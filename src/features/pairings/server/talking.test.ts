import { expect } from 'vitest';
import {
	acceptOffer,
	askDirectly,
	cardsFor,
	declineOffer,
	personal as personalOfAsking,
	waitingFor,
} from '#features/asking/server/index.ts';
import { takeDuty } from '#features/people/server/index.ts';
import { viewerById } from '#features/people/server/index.ts';
import { pageOf } from '#features/conversations/server/index.ts';
import {
	addHours,
	keepPage,
	mySupporting,
	openPage,
	rest,
	setLimits,
	supportersFor,
} from '#features/supporters/server/index.ts';
import { isoWeekdays, usualHours } from '#features/supporters/availability.ts';
import { blankPage, usualCaps } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours, minutes } from '#platform/time.ts';
import { test, type World } from '#test/world.ts';
import type { PairingId } from '../pairing.ts';
import {
	answerQuietly,
	appointmentOf,
	calledOffIn,
	callOffSession,
	confirmSlot,
	endPairing,
	heldBy,
	holdSlot,
	openingsOf,
	pair,
	pairingById,
	pairingHome,
	pairingsOf,
	personal,
	readSoFar,
	say,
	sayDifferently,
	sessionsOf,
	standingIn,
	timesFor,
} from './index.ts';

const card = { help: 'listen', avoid: 'Please no advice about sleep.', language: 'en' } as const;
const granted = <Outcome extends object>(outcome: Outcome) => {
	if ('refused' in outcome && outcome.refused) throw new Error(`refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, { refused: string }>;
};

async function supporting(world: World, nickname = 'Wren') {
	const id = await world.person(nickname, { duties: ['supporter'] });
	granted(await world.as(id, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hello.', languages: ['en'] })));
	granted(await world.as(id, (tx) => openPage(tx, true)));
	const every = isoWeekdays.map((weekday) => ({ weekday, from: '09:00', until: '21:00' }));
	granted(await world.as(id, (tx) => addHours(tx, every)));
	return id;
}

async function two(world: World) {
	const [wren, ana] = [await supporting(world), await world.person('Ana')];
	const { pairingId } = granted(await world.as(wren, (tx) => pair(tx, { supporterId: wren, memberId: ana })));
	return { wren, ana, pairingId };
}

const saying = (world: World, who: PersonId, pairingId: PairingId, body: string) =>
	world.as(who, (tx) =>
		say(tx, { pairingId, body, contentNote: '', replyTo: undefined, clientId: tx.newId() }),
	);

const bodies = async (world: World, id: PairingId) => {
	const { lines } = await pageOf(world.db, world.vault, id, {
		viewer: null,
		me: undefined,
		host: false,
		now: world.now,
		query: new URLSearchParams(),
	});
	return lines.map(({ body }) => body);
};

test('the two write to each other, change what they said and answer quietly; nobody else can', async ({
	world,
}) => {
	const { wren, ana, pairingId } = await two(world);
	const cy = await world.person('Cy', { duties: ['steward', 'coordinator', 'supporter'] });

	expect(await saying(world, ana, pairingId, 'Hello.')).toMatchObject({ place: 1 });
	granted(await world.as(wren, (tx) => answerQuietly(tx, { pairingId, place: 1, kind: 'with-you' })));
	const change = { pairingId, place: 1, body: 'Hello, Wren.', contentNote: '' };
	granted(await world.as(ana, (tx) => sayDifferently(tx, change)));
	granted(await world.as(wren, (tx) => readSoFar(tx, { pairingId, place: 1 })));

	expect(await bodies(world, pairingId)).toEqual(['Hello, Wren.']);
	expect(await saying(world, cy, pairingId, 'May I?')).toEqual({ refused: 'not-found' });
	expect(await world.as(cy, (tx) => readSoFar(tx, { pairingId, place: 1 }))).toEqual({
		refused: 'not-found',
	});
	for (const [who, refused] of [
		[ana, undefined],
		[wren, undefined],
		[cy, 'not-found'],
		[null, 'not-found'],
	] as const)
		expect((await pairingHome.mayRead(world.db, who, pairingId, world.now)).refused).toBe(refused);
	expect((await pairingHome.nameOf(world.db, pairingId, null)).split(' · ').sort()).toEqual(['Ana', 'Wren']);
});

test('either ends it, with a last sentence or none, and both can still read', async ({ world }) => {
	const { wren, ana, pairingId } = await two(world);
	const clientId = '0198c0de-0000-7000-8000-000000000009';
	granted(
		await world.as(ana, (tx) => endPairing(tx, pairingId, { words: 'Thank you for the tea.', clientId })),
	);

	expect(await bodies(world, pairingId)).toEqual(['Thank you for the tea.']);
	expect(await saying(world, wren, pairingId, 'Goodbye.')).toEqual({ refused: 'pairing-ended' });
	granted(await world.as(wren, (tx) => endPairing(tx, pairingId)));
	const viewer = (await viewerById(world.db, wren))!;
	expect((await pairingHome.mayRead(world.db, viewer.id, pairingId, world.now)).refused).toBeUndefined();
});

test('a supporter whose duty is taken says nothing new from that moment, and what was said stays', async ({
	world,
}) => {
	const { wren, ana, pairingId } = await two(world);
	granted(await saying(world, wren, pairingId, 'I am here.'));
	const amara = await world.person('Amara', { duties: ['coordinator'] });
	granted(await world.as(amara, (tx) => takeDuty(tx, { personId: wren, duty: 'supporter' })));

	for (const who of [wren, ana])
		expect(await saying(world, who, pairingId, 'And now?')).toEqual({ refused: 'supporter-stopped' });
	expect(await bodies(world, pairingId)).toEqual(['I am here.']);
});

test('a card shows what was asked and nothing of who asks; whoever asks sees whether an answer may come', async ({
	world,
}) => {
	const [wren, ana] = [await supporting(world), await world.person('Ana')];
	const { id: supporterId } = (await mySupporting(world.db, world.vault, wren))!;
	granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId })));

	const [first] = await cardsFor(world.db, world.vault, wren, world.now);
	expect(first).toEqual({
		...card,
		offerId: expect.any(String),
		toldFrom: world.now,
		until: after(world.now, hours(12)),
	});
	expect(await cardsFor(world.db, world.vault, ana, world.now)).toEqual([]);
	expect(await waitingFor(world.db, ana, world.now)).toMatchObject({ whom: 'Wren', withNamed: true });

	granted(await world.as(wren, (tx) => declineOffer(tx, { offerId: first!.offerId })));
	expect(await waitingFor(world.db, ana, world.now)).toMatchObject({ whom: 'Wren', openUntil: undefined });
	expect(await cardsFor(world.db, world.vault, wren, world.now)).toEqual([]);
	// A no does not stand in the way of asking somebody else.
	const tam = await supporting(world, 'Tam');
	const tams = (await mySupporting(world.db, world.vault, tam))!;
	granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId: tams.id })));
	const [second] = await cardsFor(world.db, world.vault, tam, world.now);
	granted(await world.as(tam, (tx) => acceptOffer(tx, { offerId: second!.offerId })));
	expect(await waitingFor(world.db, ana, world.now)).toBeUndefined();
});

test('each of the two sees their talk, under the other’s name, with the next session', async ({ world }) => {
	const { wren, ana, pairingId } = await two(world);
	const { pairing } = await standingIn(world.db, pairingId, null);
	const free = (except: Parameters<typeof timesFor>[3]['except'] = []) =>
		timesFor(world.db, world.vault, pairing!, { length: 30, now: world.now, except });
	const { formats, starts } = await free();
	expect(formats).toEqual(['text']);
	const slot = { pairingId, startsAt: starts[3]!, length: 30, format: 'text' } as const;
	const { bookingId } = granted(await world.as(ana, (tx) => holdSlot(tx, slot)));
	expect(await heldBy(world.db, pairingId, ana, world.now)).toMatchObject({ id: bookingId });
	expect(await heldBy(world.db, pairingId, wren, world.now)).toBeUndefined();
	expect((await free()).starts.map(Number)).not.toContain(Number(starts[3]));
	expect((await free([bookingId])).starts.map(Number)).toContain(Number(starts[3]));
	granted(await world.as(ana, (tx) => confirmSlot(tx, { pairingId, bookingId })));

	expect(await pairingsOf(world.db, ana, world.now)).toMatchObject([
		{ id: pairingId, other: 'Wren', supporting: false, nextAt: starts[3] },
	]);
	expect(await pairingById(world.db, pairingId, wren, world.now)).toMatchObject({
		other: 'Ana',
		supporting: true,
	});
	expect(await pairingById(world.db, 'no id at all', wren, world.now)).toBeUndefined();
	expect(await sessionsOf(world.db, pairingId, world.now)).toMatchObject([{ id: bookingId }]);
	expect(await appointmentOf(world.db, pairingId, bookingId)).toMatchObject({
		sequence: 0,
		cancelled: false,
	});

	granted(await world.as(wren, (tx) => callOffSession(tx, { pairingId, bookingId })));
	expect(await sessionsOf(world.db, pairingId, world.now)).toEqual([]);
	expect(await calledOffIn(world.db, pairingId, world.now)).toMatchObject([{ id: bookingId }]);
	expect(await appointmentOf(world.db, pairingId, bookingId)).toMatchObject({ sequence: 1, cancelled: true });
	expect(await appointmentOf(world.db, pairingId, 'no id at all')).toBeUndefined();
});

test('what is open with a supporter is told: when they are free, that they rest, that they have no room', async ({
	world,
}) => {
	const { wren, ana, pairingId } = await two(world);
	const opening = async () => {
		const { supporters } = await supportersFor(
			world.db,
			world.vault,
			{ id: ana, ageBand: 'adult' },
			{ now: world.now },
		);
		return (await openingsOf(world.db, supporters, world.now)).get(wren)!;
	};
	const { takes, from } = await opening();
	expect(takes).toBe('yes');
	const slot = { pairingId, startsAt: from!, length: 60, format: 'text' } as const;
	granted(await world.as(ana, (tx) => holdSlot(tx, slot)));
	expect((await opening()).from!.getTime()).toBeGreaterThanOrEqual(after(from!, minutes(60)).getTime());

	granted(await world.as(wren, (tx) => setLimits(tx, { ...usualCaps, ...usualHours, pairings: 1 })));
	expect((await opening()).takes).toBe('has-no-room');
	granted(await world.as(wren, (tx) => rest(tx, true)));
	expect((await opening()).takes).toBe('resting');
	expect(await openingsOf(world.db, [], world.now)).toEqual(new Map());
});

test('one takes along what one asked, and with one’s account it all goes', async ({ world }) => {
	const [wren, ana] = [await supporting(world), await world.person('Ana')];
	const { id: supporterId } = (await mySupporting(world.db, world.vault, wren))!;
	granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId })));
	const [first] = await cardsFor(world.db, world.vault, wren, world.now);
	const { pairingId } = granted(await world.as(wren, (tx) => acceptOffer(tx, { offerId: first!.offerId })));
	const { pairing } = await standingIn(world.db, pairingId, null);
	const { starts } = await timesFor(world.db, world.vault, pairing!, {
		...{ length: 30, now: world.now, except: [] },
	});
	const slot = { pairingId, startsAt: starts[0]!, length: 30, format: 'text' } as const;
	const { bookingId } = granted(await world.as(ana, (tx) => holdSlot(tx, slot)));
	granted(await world.as(ana, (tx) => confirmSlot(tx, { pairingId, bookingId })));

	expect(await personalOfAsking.export(world.db, world.vault, ana)).toMatchObject({
		asks: [{ avoid: card.avoid, state: 'paired' }],
	});
	expect(await personal.export(world.db, world.vault, ana)).toMatchObject({
		pairings: [{ supporting: false }],
		sessions: [{ startsAt: starts[0] }],
	});
	expect(await personalOfAsking.export(world.db, world.vault, wren)).toMatchObject({
		cards: [{ state: 'accepted' }],
	});

	await world.as(ana, async (tx) => {
		await personalOfAsking.erase(tx, ana);
		await personal.erase(tx, ana);
		return {};
	});
	expect(await world.db.selectFrom('ask').select('id').execute()).toEqual([]);
	expect(await world.db.selectFrom('booking').select('id').execute()).toEqual([]);
	expect(await pairingsOf(world.db, wren, world.now)).toMatchObject([{ endedAt: world.now, nextAt: null }]);
	await world.as(wren, async (tx) => {
		await personalOfAsking.erase(tx, wren);
		await personal.erase(tx, wren);
		return {};
	});
	expect(await world.db.selectFrom('offer').select('id').execute()).toEqual([]);
});
