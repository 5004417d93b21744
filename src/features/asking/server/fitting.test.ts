import { describe, expect } from 'vitest';
import { pair } from '#features/pairings/server/index.ts';
import { addHours, coolDown, rest, setOffHours, supportingNow } from '#features/supporters/server/index.ts';
import { after, hours } from '#platform/time.ts';
import {
	card,
	cardOf,
	granted,
	seeking,
	stands,
	supporterIdOf,
	supporting,
	withWhom,
} from '#test/fitting.ts';
import { doWhatIsDue } from '#test/jobs.ts';
import { test, type World } from '#test/world.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Fit } from '../fit.ts';
import { putToNext } from './cards.ts';
import {
	acceptOffer,
	askDirectly,
	askWhoeverFits,
	avoid,
	cardsFor,
	declineOffer,
	fitOf,
	fitToBeginWith,
	knownTo,
	letBend,
	openingsFor,
	suggestionsFor,
	wishable,
} from './index.ts';

const suggested = async (world: World, who: PersonId) =>
	suggestionsFor(world.db, world.vault, { id: who }, world.now);
const names = async (world: World, who: PersonId) =>
	(await suggested(world, who)).map(({ nickname }) => nickname);
const first = (world: World, who: PersonId) =>
	world.as(who, (tx) => askWhoeverFits(tx, card, { way: 'first-free' }));

describe('somebody who told what fits', () => {
	test('is suggested up to three who fit, with reasons they can be told', async ({ world }) => {
		const wren = { lived: ['grief-parent'], livedShown: 'everyone' as const, styles: ['quiet' as const] };
		await supporting(world, 'Wren', wren);
		await supporting(world, 'Tam', { lived: ['grief-parent'], livedShown: 'found' });
		await supporting(world, 'Idris', { lived: ['grief-parent'], livedShown: 'nobody' });
		await supporting(world, 'Fern');
		const ana = await seeking(world, 'Ana', { lived: ['grief-parent'], styles: ['quiet'] });

		const three = await suggested(world, ana);
		expect(three.map(({ nickname }) => nickname).slice(0, 2)).toEqual(['Wren', 'Tam']);
		expect(three).toHaveLength(3);
		expect(three[0]!.reasons).toEqual(['experience', 'style']);
		// What its owner shows to nobody is no reason that is told.
		expect(three[1]!.reasons).not.toContain('experience');
	});

	test('is brought to nobody past a must, a topic, a language, an age band or a wish to be apart', async ({
		world,
	}) => {
		const found = { ...{ gender: '', age: '', culture: '', identity: '', faith: '' } };
		const wren = await supporting(world, 'Wren', { foundBy: { ...found, gender: 'Woman' } });
		await supporting(world, 'Tam', { foundBy: { ...found, gender: 'man' } });
		await supporting(world, 'Idris', { foundBy: { ...found, gender: 'woman' }, notTaken: ['grief-parent'] });
		await supporting(world, 'Fern', { foundBy: { ...found, gender: 'woman' }, languages: ['fr'] });
		await supporting(world, 'Juno', {
			foundBy: { ...found, gender: 'woman' },
			languages: [],
			enoughLanguages: ['en'],
		});
		const must: Partial<Fit> = {
			atHome: true,
			lived: ['grief-parent'],
			wishes: [{ about: 'gender', anyOf: ['woman'], strength: 'must' }],
		};
		const ana = await seeking(world, 'Ana', must);

		expect(await names(world, ana)).toEqual(['Wren']);
		const { gender } = await wishable(world.db, world.vault, { id: ana, ageBand: 'adult' });
		expect(gender.map((words) => words.toLowerCase())).toEqual(['man', 'woman']);
		await world.as(ana, async (tx) => avoid(tx, { supporterId: await supporterIdOf(world, wren) }));
		expect(await names(world, ana)).toEqual([]);
		const { avoids } = (await fitOf(world.db, world.vault, ana))!;
		expect((await knownTo(world.db, ana, avoids)).map(({ nickname }) => nickname)).toEqual(['Wren']);
	});

	test('is suggested nobody who rests, cools down, has no room or is with them already', async ({
		world,
	}) => {
		const [wren, tam, idris, fern] = [
			await supporting(world, 'Wren'),
			await supporting(world, 'Tam'),
			await supporting(world, 'Idris', { limits: { pairings: 1 } }),
			await supporting(world, 'Fern'),
		];
		const [ana, ben] = [await seeking(world, 'Ana'), await seeking(world, 'Ben')];
		await world.as(wren, (tx) => rest(tx, true));
		await world.as(tam, (tx) => coolDown(tx, 48));
		granted(
			await world.as(ben, async (tx) =>
				askDirectly(tx, card, { supporterId: await supporterIdOf(world, idris) }),
			),
		);
		granted(await world.as(null, (tx) => pair(tx, { supporterId: fern, memberId: ana })));

		expect(await names(world, ana)).toEqual([]);
		const supporters = await supportingNow(world.db, world.vault);
		const openings = await openingsFor(world.db, supporters, world.now);
		expect([wren, tam, idris, fern].map((who) => openings.get(who)!.takes)).toEqual([
			'resting',
			'resting',
			'has-no-room',
			'yes',
		]);
		world.now = after(world.now, hours(49));
		// The card that nobody answered has run out, too.
		expect((await names(world, ana)).sort()).toEqual(['Idris', 'Tam']);
	});

	test('shares an hour a week with whoever is suggested, unless they write at any hour', async ({
		world,
	}) => {
		const wren = await supporting(world, 'Wren');
		await supporting(world, 'Tam');
		// Paris for both: the evening begins at six.
		await world.as(wren, (tx) => addHours(tx, [{ weekday: 2, from: '17:00', until: '19:00' }]));
		const ana = await seeking(world, 'Ana', { times: ['2-evening'] });
		const ben = await seeking(world, 'Ben', { times: ['2-evening'], anyHour: true });

		expect(await names(world, ana)).toEqual(['Wren']);
		expect((await names(world, ben)).sort()).toEqual(['Tam', 'Wren']);
	});
});

test('before anything is told, the languages somebody tells of themselves stand there, else the one they read in', async ({
	world,
}) => {
	const ana = await world.person('Ana');
	expect(await suggested(world, ana)).toEqual([]);
	expect(await fitToBeginWith(world.db, world.vault, { id: ana, locale: 'es' })).toMatchObject({
		languages: ['es'],
	});
	expect(await first(world, ana)).toEqual({ refused: 'tell-what-fits' });
	expect(await fitOf(world.db, world.vault, ana)).toBeUndefined();
});

describe('an ask', () => {
	test('goes on to whoever fits next when the chosen one says no, or lets it lapse', async ({ world }) => {
		const lived = (codes: string[]) => ({ lived: codes, livedShown: 'everyone' as const });
		const wren = await supporting(world, 'Wren', lived(['grief-parent', 'loneliness']));
		const tam = await supporting(world, 'Tam', lived(['grief-parent']));
		await supporting(world, 'Idris');
		const ana = await seeking(world, 'Ana', { lived: ['grief-parent', 'loneliness'] });
		const supporterId = await supporterIdOf(world, wren);
		granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId, way: 'chosen' })));
		expect(await stands(world, ana)).toMatchObject({ whom: 'Wren', withNamed: true });

		const offerId = await cardOf(world, wren);
		granted(await world.as(wren, (tx) => declineOffer(tx, { offerId })));
		await doWhatIsDue(world);
		expect(await withWhom(world)).toEqual(['Tam']);
		expect(await stands(world, ana)).toMatchObject({ whom: 'Wren', withNamed: false });

		world.now = after(world.now, hours(12));
		expect(await cardsFor(world.db, world.vault, tam, world.now)).toEqual([]);
		expect(await doWhatIsDue(world)).toContain('asking.put-to-next');
		expect(await withWhom(world)).toEqual(['Idris']);
	});

	test('of one supporter alone, from their page, goes on to nobody', async ({ world }) => {
		const wren = await supporting(world, 'Wren');
		await supporting(world, 'Tam');
		const ana = await seeking(world, 'Ana');
		const supporterId = await supporterIdOf(world, wren);
		granted(await world.as(ana, (tx) => askDirectly(tx, card, { supporterId })));
		const offerId = await cardOf(world, wren);
		granted(await world.as(wren, (tx) => declineOffer(tx, { offerId })));
		await doWhatIsDue(world);

		expect(await withWhom(world)).toEqual([]);
		expect(await stands(world, ana)).toMatchObject({ way: 'one', whom: 'Wren', openUntil: undefined });
	});

	test('to whoever is free first is put to them, and their name is not told', async ({ world }) => {
		const wren = await supporting(world, 'Wren');
		const ana = await seeking(world, 'Ana');
		granted(await first(world, ana));
		await doWhatIsDue(world);

		expect(await stands(world, ana)).toMatchObject({ whom: undefined, withNamed: false });
		expect((await stands(world, ana))!.openUntil).toEqual(after(world.now, hours(12)));
		const [seen] = await cardsFor(world.db, world.vault, wren, world.now);
		expect(Object.keys(seen!).sort()).toEqual(['avoid', 'help', 'language', 'offerId', 'toldFrom', 'until']);
		expect(await first(world, ana)).toEqual({ refused: 'already-waiting' });
	});

	test('comes first to those who may be told now, and waits out the off-hours of others', async ({
		world,
	}) => {
		const lived = { lived: ['loneliness'], livedShown: 'everyone' as const };
		const wren = await supporting(world, 'Wren', lived);
		const tam = await supporting(world, 'Tam');
		// In Paris it is seven in the evening.
		await world.as(wren, (tx) => setOffHours(tx, { from: '18:00', until: '08:00' }));
		const ana = await seeking(world, 'Ana', { lived: ['loneliness'] });
		granted(await first(world, ana));
		await doWhatIsDue(world);
		expect(await withWhom(world)).toEqual(['Tam']);

		const offerId = await cardOf(world, tam);
		granted(await world.as(tam, (tx) => declineOffer(tx, { offerId })));
		await doWhatIsDue(world);
		const [seen] = await cardsFor(world.db, world.vault, wren, world.now);
		expect(seen).toMatchObject({
			toldFrom: new Date('2026-11-23T07:00:00Z'),
			until: new Date('2026-11-23T19:00:00Z'),
		});
	});

	test('is not put to whoever speaks no word of its language, whatever was sent', async ({ world }) => {
		const wren = await supporting(world, 'Wren', { languages: ['fr'] });
		const ana = await seeking(world, 'Ana');
		const supporterId = await supporterIdOf(world, wren);
		const asked = await world.as(ana, (tx) => askDirectly(tx, card, { supporterId, way: 'chosen' }));
		expect(asked).toEqual({ refused: 'not-their-language' });
		const untold = await world.person('Ben');
		const tam = await supporterIdOf(world, await supporting(world, 'Tam'));
		expect(
			await world.as(untold, (tx) => askDirectly(tx, card, { supporterId: tam, way: 'chosen' })),
		).toEqual({ refused: 'tell-what-fits' });
	});
});

test('a wish bends where its owner says so, one at a time, and it is looked again at once', async ({
	world,
}) => {
	await supporting(world, 'Wren', { languages: [], enoughLanguages: ['en'] });
	const ana = await seeking(world, 'Ana', {
		atHome: true,
		wishes: [{ about: 'gender', anyOf: ['woman'], strength: 'must' }],
	});
	granted(await first(world, ana));
	await doWhatIsDue(world);
	expect(await withWhom(world)).toEqual([]);

	granted(await world.as(ana, (tx) => letBend(tx, { bend: 'gender' })));
	await doWhatIsDue(world);
	expect(await withWhom(world)).toEqual([]);
	granted(await world.as(ana, (tx) => letBend(tx, { bend: 'fluency' })));
	await doWhatIsDue(world);
	expect(await withWhom(world)).toEqual(['Wren']);
	expect(await world.as(ana, (tx) => letBend(tx, { bend: 'gender' }))).toEqual({ refused: 'no-such-wish' });
});

test('twelve who look for whoever is free first, at one moment, get no more cards than there is room', async ({
	world,
}) => {
	const wren = await supporting(world, 'Wren', { limits: { pairings: 2 } });
	const tam = await supporting(world, 'Tam', { limits: { pairings: 3 } });
	const twelve = await Promise.all(Array.from({ length: 12 }, (_, i) => seeking(world, `Somebody ${i}`)));
	await Promise.all(twelve.map((who) => first(world, who)));
	const asks = await world.db.selectFrom('ask').select('id').execute();
	await Promise.all(
		asks.map(({ id }) =>
			world.as(null, async (tx) => {
				await putToNext.run(tx, { askId: id });
				return {};
			}),
		),
	);
	await doWhatIsDue(world);

	const cards = await world.db
		.selectFrom('offer')
		.select('supporter_id')
		.where('state', '=', 'open')
		.execute();
	expect(cards.filter(({ supporter_id }) => supporter_id === wren)).toHaveLength(2);
	expect(cards.filter(({ supporter_id }) => supporter_id === tam)).toHaveLength(3);

	const yes = await world.db.selectFrom('offer').select(['id', 'supporter_id']).execute();
	const answers = await Promise.all(
		yes.map(({ id, supporter_id }) => world.as(supporter_id, (tx) => acceptOffer(tx, { offerId: id }))),
	);
	expect(answers.filter((answer) => 'pairingId' in answer)).toHaveLength(5);
});
