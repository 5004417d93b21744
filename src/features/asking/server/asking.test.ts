import { describe, expect } from 'vitest';
import { endPairing } from '#features/pairings/server/index.ts';
import { takeDuty } from '#features/people/server/index.ts';
import {
	keepPage,
	mySupporting,
	openPage,
	rest,
	setLimits,
	type Limits,
} from '#features/supporters/server/index.ts';
import { usualHours } from '#features/supporters/availability.ts';
import { blankPage, usualCaps } from '#features/supporters/supporter.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, hours } from '#platform/time.ts';
import { test, type World } from '#test/world.ts';
import type { Card } from '../ask.ts';
import { offer } from './cards.ts';
import { acceptOffer, askDirectly, declineOffer, leaveLine } from './index.ts';

const card: Card = { help: 'listen', avoid: 'Please no advice about sleep.', language: 'en' };
const granted = <Outcome extends object>(outcome: Outcome) => {
	if ('refused' in outcome) throw new Error(`refused: ${String(outcome.refused)}`);
	return outcome as Exclude<Outcome, { refused: string }>;
};

async function supporting(world: World, nickname: string, limits: Partial<Limits> = {}) {
	const id = await world.person(nickname, { duties: ['supporter'] });
	await world.as(id, (tx) => keepPage(tx, { ...blankPage, greeting: 'Hello.', languages: ['en'] }));
	await world.as(id, (tx) => openPage(tx, true));
	await world.as(id, (tx) => setLimits(tx, { ...usualCaps, ...usualHours, ...limits }));
	return id;
}

const pageOf = async (world: World, id: PersonId) => (await mySupporting(world.db, world.vault, id))!.id;
const asking = async (world: World, who: PersonId, supporter: PersonId) => {
	const supporterId = await pageOf(world, supporter);
	return world.as(who, (tx) => askDirectly(tx, card, { supporterId }));
};
const cardOf = (world: World, supporter: PersonId) =>
	world.db
		.selectFrom('offer')
		.select(['id', 'state'])
		.where('supporter_id', '=', supporter)
		.orderBy('id', 'desc')
		.executeTakeFirstOrThrow();
const accepting = async (world: World, supporter: PersonId) => {
	const { id } = await cardOf(world, supporter);
	return world.as(supporter, (tx) => acceptOffer(tx, { offerId: id }));
};

describe('somebody asks a supporter', () => {
	test('and is paired when they say yes; what was asked lies sealed', async ({ world }) => {
		const [wren, ana] = [await supporting(world, 'Wren'), await world.person('Ana')];
		granted(await asking(world, ana, wren));
		const [row] = await world.db.selectFrom('ask').select('words').execute();
		expect(row!.words.toString('latin1')).not.toContain('sleep');

		expect(await accepting(world, wren)).toHaveProperty('pairingId');
		expect(await world.db.selectFrom('ask').select('state').execute()).toEqual([{ state: 'paired' }]);
		expect(await asking(world, ana, wren)).toEqual({ refused: 'already-paired' });
	});

	test('who rests, has no room or is not there, and is told which', async ({ world }) => {
		const [wren, ana, ben] = [
			await supporting(world, 'Wren', { pairings: 1 }),
			await world.person('Ana'),
			await world.person('Ben'),
		];
		await world.as(wren, (tx) => rest(tx, true));
		expect(await asking(world, ana, wren)).toEqual({ refused: 'resting' });
		await world.as(wren, (tx) => rest(tx, false));
		granted(await asking(world, ana, wren));
		granted(await accepting(world, wren));
		expect(await asking(world, ben, wren)).toEqual({ refused: 'has-no-room' });
		expect(await asking(world, wren, wren)).toEqual({ refused: 'not-found' });
		await world.as(wren, (tx) => openPage(tx, false));
		expect(await asking(world, ben, wren)).toEqual({ refused: 'not-found' });
	});

	test('once at a time, and leaves the line with one press', async ({ world }) => {
		const [wren, tam, ana] = [
			await supporting(world, 'Wren'),
			await supporting(world, 'Tam'),
			await world.person('Ana'),
		];
		granted(await asking(world, ana, wren));
		expect(await asking(world, ana, tam)).toEqual({ refused: 'already-waiting' });
		granted(await world.as(ana, (tx) => leaveLine(tx)));
		expect(await world.as(ana, (tx) => leaveLine(tx))).toEqual({ refused: 'not-waiting' });
		expect(await accepting(world, wren)).toEqual({ refused: 'somebody-else-came' });
		granted(await asking(world, ana, tam));
	});

	test('who may say no, or let it lapse, and is asked by nobody else’s card', async ({ world }) => {
		const [wren, tam, ana] = [
			await supporting(world, 'Wren'),
			await supporting(world, 'Tam'),
			await world.person('Ana'),
		];
		granted(await asking(world, ana, wren));
		const { id } = await cardOf(world, wren);
		expect(await world.as(tam, (tx) => acceptOffer(tx, { offerId: id }))).toEqual({
			refused: 'no-such-card',
		});
		expect(await world.as(tam, (tx) => declineOffer(tx, { offerId: id }))).toEqual({
			refused: 'no-such-card',
		});
		granted(await world.as(wren, (tx) => declineOffer(tx, { offerId: id })));
		expect(await accepting(world, wren)).toEqual({ refused: 'card-lapsed' });

		await world.as(ana, (tx) => leaveLine(tx));
		granted(await asking(world, ana, tam));
		world.now = after(world.now, hours(12));
		expect(await accepting(world, tam)).toEqual({ refused: 'card-lapsed' });
	});

	test('whose duty is gone, and who then says yes to nobody', async ({ world }) => {
		const [wren, ana, amara] = [
			await supporting(world, 'Wren'),
			await world.person('Ana'),
			await world.person('Amara', { duties: ['coordinator'] }),
		];
		granted(await asking(world, ana, wren));
		await world.as(amara, (tx) => takeDuty(tx, { personId: wren, duty: 'supporter' }));
		expect(await accepting(world, wren)).toEqual({ refused: 'not-asked-to-support' });
	});
});

test('of several who say yes to one ask at one moment exactly one is the first, round after round', async ({
	world,
}) => {
	const supporters = await Promise.all(
		['Wren', 'Tam', 'Idris'].map((name) => supporting(world, name, { newAWeek: 20 })),
	);
	const ana = await world.person('Ana');
	for (let round = 0; round < 30; round += 1) {
		world.now = after(world.now, hours(24 * 8));
		const [first, ...others] = supporters;
		const { askId } = granted(await asking(world, ana, first!));
		for (const id of others) await world.as(ana, (tx) => offer(tx, askId, id));
		const answers = await Promise.all(supporters.map((id) => accepting(world, id)));

		const yes = answers.filter((answer) => 'pairingId' in answer);
		expect(yes, `round ${round}`).toHaveLength(1);
		expect(answers.filter((answer) => 'refused' in answer)).toEqual([
			{ refused: 'somebody-else-came' },
			{ refused: 'somebody-else-came' },
		]);
		for (const { pairingId } of yes) await world.as(ana, (tx) => endPairing(tx, pairingId));
	}
});

test('a last place that six want at one moment is asked for by one of them', async ({ world }) => {
	const wren = await supporting(world, 'Wren', { pairings: 1, newAWeek: 20 });
	const six = await Promise.all(Array.from({ length: 6 }, (_, i) => world.person(`Somebody ${i}`)));

	const answers = await Promise.all(six.map((who) => asking(world, who, wren)));

	expect(answers.filter((answer) => 'askId' in answer)).toHaveLength(1);
	expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'has-no-room')).toHaveLength(5);
});

test('a last place for which six cards lie there goes to one of them', async ({ world }) => {
	const wren = await supporting(world, 'Wren', { pairings: 6, newAWeek: 20 });
	const six = await Promise.all(Array.from({ length: 6 }, (_, i) => world.person(`Somebody ${i}`)));
	for (const who of six) granted(await asking(world, who, wren));
	await world.as(wren, (tx) => setLimits(tx, { ...usualCaps, ...usualHours, pairings: 1, newAWeek: 20 }));
	const cards = await world.db.selectFrom('offer').select('id').execute();

	const answers = await Promise.all(
		cards.map(({ id }) => world.as(wren, (tx) => acceptOffer(tx, { offerId: id }))),
	);

	expect(answers.filter((answer) => 'pairingId' in answer)).toHaveLength(1);
	expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'has-no-room')).toHaveLength(5);
});
