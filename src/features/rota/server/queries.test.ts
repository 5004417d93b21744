import { describe, expect } from 'vitest';
import type { Duty } from '#features/people/person.ts';
import { viewerById } from '#features/people/server/index.ts';
import type { PersonId } from '#platform/ids.ts';
import { after, days } from '#platform/time.ts';
import { aRota, aShift, people } from '#test/rota.ts';
import { test, type World } from '#test/world.ts';
import type { RotaId } from '../rota.ts';
import { askForCover } from './cover.ts';
import { holdRegularly } from './hold-regularly.ts';
import { makePattern } from './make-pattern.ts';
import { putOn } from './put-on.ts';
import {
	patternsOf,
	peopleAskedToHold,
	rotaBySlug,
	rotasFor,
	shiftsOf,
	shiftsSeen,
	swapsOf,
} from './queries.ts';
import { setLimits } from './set-limits.ts';
import { holdersById } from './standing.ts';
import { offerSwap } from './swap.ts';

const seenBy = async (world: World, who: PersonId, rotas: RotaId[]) => {
	const me = (await holdersById(world.db, [who], world.now)).get(who)!;
	const until = after(world.now, days(14));
	return shiftsSeen(world.db, world.vault, rotas, me, { from: world.now, until });
};

describe('two weeks of a rota', () => {
	test('say per shift what is needed, who is on, what is missing, and whether the reader could help', async ({
		world,
	}) => {
		const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
		const rota = await aRota(world);
		await aShift(world, rota, { in: 2, expected: 13, held: [ben] });
		await aShift(world, rota, { in: 40, lasting: 20 });
		await aShift(world, rota, { in: 15 * 24 });
		await aShift(world, rota, { in: -5 });

		expect(await seenBy(world, cy, [rota])).toMatchObject([
			{ needed: 2, missing: 1, mine: false, cannot: undefined, people: [{ nickname: 'ben' }] },
			{ needed: 1, missing: 1, mine: false, cannot: 'too-many-hours', people: [] },
		]);
		expect(await seenBy(world, ben, [rota])).toMatchObject([
			{ mine: true, cannot: 'already-on-it' },
			{ mine: false },
		]);
		expect(await seenBy(world, ben, [])).toEqual([]);
	});

	test('tell a word about why cover is asked, and whether the reader could take it', async ({ world }) => {
		const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
		const { dee } = await people(world, ['host'], 'dee');
		const rota = await aRota(world, { spare: 0 });
		const shiftId = await aShift(world, rota, { in: 20, held: [ben] });
		await world.as(ben, (tx) => askForCover(tx, { shiftId, word: 'My train is late.' }));

		expect(await seenBy(world, cy, [rota])).toMatchObject([
			{
				missing: 0,
				cannot: 'shift-full',
				cannotCover: undefined,
				people: [{ asksForCover: true, word: 'My train is late.' }],
			},
		]);
		expect(await seenBy(world, dee, [rota])).toMatchObject([{ cannotCover: 'not-asked-to-hold' }]);
		const kept = await world.db.selectFrom('sign_up').select('cover_word').execute();
		expect(kept[0]!.cover_word!.includes('train')).toBe(false);
	});
});

test('one’s own shifts say with whom, why somebody was put on, and whether it comes again', async ({
	world,
}) => {
	const { amara } = await people(world, ['coordinator'], 'amara');
	const { ben, cy } = await people(world, ['supporter'], 'ben', 'cy');
	const rotaId = await aRota(world);
	await world.as(amara, (tx) => setLimits(tx, { hoursAWeek: 40, nightsAWeek: 7, restHours: 0 }));
	const shiftId = await aShift(world, rotaId, { in: -1, lasting: 3, held: [cy] });
	await world.as(amara, (tx) => putOn(tx, { rotaId, shiftId, personId: ben, because: 'Two are better.' }));
	const pattern = { rule: 'RRULE:FREQ=WEEKLY;BYDAY=TU', since: '2026-11-22', at: '19:00', until: '21:00' };
	const made = await world.as(amara, (tx) => makePattern(tx, { rotaId, ...pattern, expected: 8 }));
	const { patternId } = made as Exclude<typeof made, { refused: string }>;
	await world.as(ben, (tx) => holdRegularly(tx, patternId));

	const mine = await shiftsOf(world.db, world.vault, ben, world.now);

	expect(mine).toHaveLength(9);
	expect(mine[0]).toMatchObject({
		name: 'Evenings',
		with: ['cy'],
		coordinator: 'amara',
		because: 'Two are better.',
		begun: true,
		regular: false,
	});
	expect(mine[1]).toMatchObject({ with: [], because: undefined, regular: true, begun: false });
	expect(await patternsOf(world.db, rotaId, ben)).toMatchObject([
		{ id: patternId, expected: 8, heldSince: world.now },
	]);
	expect(await patternsOf(world.db, rotaId, cy)).toMatchObject([{ heldSince: null }]);
	const [listed] = await rotasFor(world.db, (await viewerById(world.db, ben))!);
	expect(await rotaBySlug(world.db, listed!.slug)).toMatchObject({ id: rotaId, onePer: 12 });
	expect(await rotaBySlug(world.db, 'none')).toBeUndefined();
});

test('swaps show to both, until one of the shifts begins', async ({ world }) => {
	const { ben, cy, dee } = await people(world, ['supporter'], 'ben', 'cy', 'dee');
	const rota = await aRota(world);
	const mine = await aShift(world, rota, { in: 20, held: [ben] });
	const theirs = await aShift(world, rota, { in: 44, held: [cy] });
	await world.as(ben, (tx) => offerSwap(tx, { mine, theirs, askedOf: cy }));

	for (const who of [ben, cy])
		expect(await swapsOf(world.db, who, world.now)).toMatchObject([{ offererName: 'ben', askedName: 'cy' }]);
	expect(await swapsOf(world.db, dee, world.now)).toEqual([]);
	expect(await swapsOf(world.db, cy, after(world.now, days(1)))).toEqual([]);
});

test('a coordinator can put on everyone with one of the duties, each named once', async ({ world }) => {
	const both: Duty[] = ['supporter', 'steward'];
	const { cy } = await people(world, both, 'cy');
	const { ben } = await people(world, ['steward'], 'ben');
	const { dee } = await people(world, ['host'], 'dee');

	expect(await peopleAskedToHold(world.db, both, dee)).toEqual([
		{ id: ben, nickname: 'ben' },
		{ id: cy, nickname: 'cy' },
	]);
});
