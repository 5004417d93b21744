import { expect } from 'vitest';
import { foundOrganisation, takeDuty } from '#features/people/server/index.ts';
import type { Duty } from '#features/people/person.ts';
import type { PersonId } from '#platform/ids.ts';
import { test, type World } from '#test/world.ts';
import { openHours } from '../availability.ts';
import { blankPage, type SupporterPage } from '../supporter.ts';
import {
	addException,
	addHours,
	dropHours,
	keepPage,
	mySupporting,
	openPage,
	personal,
	rest,
	setLimits,
	supporterFor,
	supportersFor,
} from './index.ts';

const wren: SupporterPage = {
	...blankPage,
	greeting: 'I like long silences and strong tea.',
	lived: ['grief-partner', 'loneliness'],
	livedShown: 'everyone',
	notTaken: ['war-flight'],
	languages: ['en'],
};

const viewing = (id: PersonId, ageBand: 'adult' | '13-17' = 'adult', duties: Duty[] = []) => ({
	id,
	ageBand,
	duties,
});

async function supporting(world: World, nickname = 'Wren', page = wren) {
	const id = await world.person(nickname, { duties: ['supporter'] });
	await world.as(id, (tx) => keepPage(tx, page));
	await world.as(id, (tx) => openPage(tx, true));
	return id;
}

test('a page is found by members of the same age band once it is up, and shows what its owner chose', async ({
	world,
}) => {
	await world.as(null, (tx) => foundOrganisation(tx, { name: 'Here', locale: 'en' }));
	await world.db
		.updateTable('organisation')
		.set({ age_bands: ['adult', '13-17'] })
		.execute();
	const [ana, kit] = [await world.person('Ana'), await world.person('Kit', { ageBand: '13-17' })];
	const id = await world.person('Wren', { duties: ['supporter'] });
	await world.as(id, (tx) => keepPage(tx, wren));
	const found = async (by: PersonId, band: 'adult' | '13-17' = 'adult') =>
		(await supportersFor(world.db, world.vault, viewing(by, band), { now: world.now })).supporters;

	expect(await found(ana)).toEqual([]);
	await world.as(id, (tx) => openPage(tx, true));

	const [one] = await found(ana);
	expect(one).toMatchObject({ nickname: 'Wren', shows: { greeting: wren.greeting, lived: wren.lived } });
	expect(JSON.stringify(one)).not.toContain('war-flight');
	expect(await found(kit, '13-17')).toEqual([]);
	expect(await supporterFor(world.db, world.vault, viewing(kit, '13-17'), one!.id)).toBeUndefined();
	expect(await supporterFor(world.db, world.vault, null, one!.id)).toBeUndefined();
	await world.as(id, (tx) => keepPage(tx, { ...wren, livedShown: 'nobody' }));
	expect((await found(ana))[0]!.shows.lived).toEqual([]);
});

test('only those who were asked can offer themselves, and what is gone with the duty is gone at once', async ({
	world,
}) => {
	const [ana, amara] = [await world.person('Ana'), await world.person('Amara', { duties: ['coordinator'] })];
	expect(await world.as(ana, (tx) => keepPage(tx, wren))).toEqual({ refused: 'not-asked-to-support' });
	expect(await world.as(ana, (tx) => rest(tx, true))).toEqual({ refused: 'not-asked-to-support' });

	const id = await supporting(world);
	const page = (await mySupporting(world.db, world.vault, id))!.id;
	expect(await supporterFor(world.db, world.vault, viewing(ana), page)).toBeDefined();
	await world.as(amara, (tx) => takeDuty(tx, { personId: id, duty: 'supporter' }));

	expect(await supporterFor(world.db, world.vault, viewing(ana), page)).toBeUndefined();
	expect((await supportersFor(world.db, world.vault, viewing(ana), { now: world.now })).supporters).toEqual(
		[],
	);
	expect(await world.as(id, (tx) => openPage(tx, true))).toEqual({ refused: 'not-asked-to-support' });
});

test('hours, days away and limits are one’s own, and hours are taken away by nobody else', async ({
	world,
}) => {
	const [id, other] = [await supporting(world), await supporting(world, 'Tam')];
	await world.as(id, (tx) =>
		addHours(tx, [
			{ weekday: 1, from: '18:00', until: '20:00' },
			{ weekday: 3, from: '18:00', until: '20:00' },
		]),
	);
	await world.as(id, (tx) => addHours(tx, [{ weekday: 1, from: '18:00', until: '20:00' }]));
	await world.as(id, (tx) => addException(tx, { firstOn: '2026-11-25', lastOn: '2026-11-25', window: null }));
	await world.as(id, (tx) =>
		addException(tx, {
			firstOn: '2026-11-26',
			lastOn: '2026-11-26',
			window: { from: '09:00', until: '10:00' },
		}),
	);
	const mine = (await mySupporting(world.db, world.vault, id))!;

	const week = { startsAt: world.now, endsAt: new Date(world.now.getTime() + 7 * 86_400_000) };
	expect(openHours(mine.availability, week).map(({ startsAt }) => startsAt.toISOString())).toEqual([
		'2026-11-23T17:00:00.000Z',
		'2026-11-26T08:00:00.000Z',
	]);
	const [monday] = mine.availability.weekly;
	expect(await world.as(other, (tx) => dropHours(tx, { id: monday!.id as never }))).toEqual({
		refused: 'no-such-hours',
	});
	expect(await world.as(id, (tx) => dropHours(tx, { id: monday!.id as never }))).toEqual({
		dropped: monday!.id,
	});

	const limits = {
		pairings: 2,
		newAWeek: 1,
		hoursAWeek: 6,
		nightsAWeek: 2,
		noticeHours: 24,
		aheadDays: 14,
		bufferMinutes: 30,
	};
	await world.as(id, (tx) => setLimits(tx, limits));
	const after = (await mySupporting(world.db, world.vault, id))!;
	expect({ ...after.caps, noticeHours: after.availability.noticeHours }).toMatchObject({
		pairings: 2,
		noticeHours: 24,
	});
	expect(after.availability.weekly).toHaveLength(1);
});

test('resting takes one press, and puts those who rest last', async ({ world }) => {
	const ana = await world.person('Ana');
	const [wrenId] = [
		await supporting(world),
		await supporting(world, 'Tam'),
		await supporting(world, 'Idris'),
	];
	await world.as(wrenId, (tx) => rest(tx, true));

	const { supporters } = await supportersFor(world.db, world.vault, viewing(ana), { now: world.now });
	expect(supporters.map(({ nickname }) => nickname).at(-1)).toBe('Wren');
	expect(supporters).toHaveLength(3);
	expect(await supportersFor(world.db, world.vault, viewing(ana), { now: world.now, page: 2 })).toMatchObject(
		{ supporters: [] },
	);
});

test('without a page there is nothing to open, and no end of hours', async ({ world }) => {
	const id = await world.person('Wren', { duties: ['supporter'] });
	expect(await world.as(id, (tx) => openPage(tx, true))).toEqual({ refused: 'page-first' });
	expect(await world.as(id, (tx) => addHours(tx, [{ weekday: 1, from: '18:00', until: '20:00' }]))).toEqual({
		refused: 'page-first',
	});
	expect(await world.as(id, (tx) => dropHours(tx, { id: id as never }))).toEqual({ refused: 'page-first' });

	await world.as(id, (tx) => keepPage(tx, wren));
	const many = Array.from({ length: 101 }, (_, i) => ({
		weekday: 1 as const,
		from: `${String(i % 24).padStart(2, '0')}:${String(Math.floor(i / 24)).padStart(2, '0')}`,
		until: '23:59',
	}));
	expect(await world.as(id, (tx) => addHours(tx, many))).toEqual({ refused: 'enough-hours' });
});

test('the words lie sealed, are handed over whole, and go with the person', async ({ world }) => {
	const id = await supporting(world);
	const [row] = await world.db.selectFrom('supporter').select('page').execute();
	expect(row!.page.toString('latin1')).not.toMatch(/silences|grief/);

	expect(await personal.export(world.db, world.vault, id)).toMatchObject({ page: wren, open: true });
	expect(await personal.export(world.db, world.vault, await world.person('Ana'))).toEqual({});
	await world.as(id, async (tx) => {
		await personal.erase(tx, id);
		return {};
	});
	expect(await world.db.selectFrom('supporter').selectAll().execute()).toEqual([]);
});
