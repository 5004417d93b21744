import { expect } from 'vitest';
import { aBody, list } from '#test/listings.ts';
import { test } from '#test/world.ts';
import { after, days } from '#platform/time.ts';
import { filtersIn, type Filters } from '../forms.ts';
import { unsaid } from '../listing.ts';
import { fillTables } from './fill-tables.ts';
import { personal } from './personal.ts';
import { find } from './queries.ts';
import { forgetSearch, keepSearch, sawSearches, searchesOf, searchesWithNews } from './saved-searches.ts';
import { keepSynonym, removeSynonym, synonyms } from './synonyms.ts';

const asks = (query: string): Filters => filtersIn(new URLSearchParams(query));
const how = { zone: 'Europe/London', locale: 'en' };

test('a kept search tells of what is new, until one has seen it, and nobody else can read it', async ({
	world,
}) => {
	const ana = await world.person('Ana');
	const ben = await world.person('Ben');
	const body = await aBody(world);
	const tea = {
		...unsaid,
		slug: 'old',
		name: 'Tea',
		inPerson: true,
		days: [2],
		time: '19:00',
		zone: 'Europe/London',
	} as const;
	await list(world, body, [tea]);
	await world.as(ana, (tx) => keepSearch(tx, asks('q=teas&day=2')));
	const viewer = { id: ana, ageBand: 'adult', duties: [] } as const;
	const fresh = async () =>
		(await searchesWithNews(world.db, world.vault, viewer, { now: world.now, ...how })).map(
			(each) => each.fresh,
		);

	expect(await fresh()).toEqual([0]);
	world.now = after(world.now, days(1));
	await list(world, body, [
		{ ...tea, slug: 'new', name: 'More tea' },
		{ ...tea, slug: 'other', name: 'Coffee' },
	]);
	expect(await fresh()).toEqual([1]);
	await world.as(ana, sawSearches);
	expect(await fresh()).toEqual([0]);

	const [row] = await world.db.selectFrom('saved_search').select(['id', 'sealed']).execute();
	expect(row!.sealed.toString('latin1')).not.toContain('tea');
	await world.as(ben, (tx) => forgetSearch(tx, row!.id));
	expect(await personal.export(world.db, world.vault, ana)).toMatchObject({
		searches: [{ query: '?q=teas&day=2' }],
	});
	await world.as(null, async (tx) => ({ done: await personal.erase(tx, ana) }));
	expect(await searchesOf(world.db, world.vault, ana)).toEqual([]);
});

test('twenty searches are kept at most, each once, and none that asks for nothing', async ({ world }) => {
	const ana = await world.person('Ana');
	const keep = (query: string) => world.as(ana, (tx) => keepSearch(tx, asks(query)));

	expect(await keep('')).toMatchObject({ refused: 'nothing-asked' });
	for (let n = 0; n < 20; n++) expect(await keep(`q=word${n}`)).toEqual({ kept: true });
	expect(await keep('q=word7')).toEqual({ kept: true });
	expect(await keep('q=another')).toMatchObject({ refused: 'too-many-searches' });

	const [latest] = await searchesOf(world.db, world.vault, ana);
	await world.as(ana, (tx) => forgetSearch(tx, latest!.id));
	expect(await keep('q=another')).toEqual({ kept: true });
});

test('coordinators say which words mean the same, and what they say counts at once', async ({ world }) => {
	await list(world, await aBody(world), [{ ...unsaid, slug: 'a', name: 'Kettle club', inPerson: true }]);
	const names = async (query: string) =>
		(await find(world.db, asks(query), { viewer: null, now: world.now, ...how })).lines.map(
			({ name }) => name,
		);
	const keep = (phrases: string[], id?: Awaited<ReturnType<typeof synonyms>>[number]['id']) =>
		world.as(null, (tx) => keepSynonym(tx, { id, phrases }));

	expect(await names('q=samovar')).toEqual([]);
	expect(await keep(['samovar', ' '])).toMatchObject({ refused: 'too-few-phrases' });
	expect(await keep(['samovar', 'x'.repeat(90)])).toMatchObject({ refused: 'too-many-phrases' });
	const kept = await keep(['samovar', 'tea urn']);
	if ('refused' in kept) throw new Error(kept.refused);
	expect(await names('q=samovar')).toEqual([]);
	await keep(['samovar', 'kettles'], kept.kept);
	expect(await names('q=samovar')).toEqual(['Kettle club']);

	expect(await synonyms(world.db, 'kett')).toMatchObject([{ phrases: ['samovar', 'kettles'] }]);
	await world.as(null, (tx) => removeSynonym(tx, kept.kept));
	expect(await names('q=samovar')).toEqual([]);
	expect(await keep(['samovar', 'kettles'], kept.kept)).toMatchObject({ refused: 'no-such-synonym' });
});

test('towns are known by name, and told apart by their country', async ({ world }) => {
	await world.as(null, async (tx) => ({ done: await fillTables.run(tx, {}) }));
	await world.as(null, async (tx) => ({ done: await fillTables.run(tx, {}) }));
	const near = async (place: string) =>
		(
			await find(world.db, asks(`near=${encodeURIComponent(place)}`), {
				viewer: null,
				now: world.now,
				...how,
			})
		).near;

	expect(await near('Leeds')).toMatchObject({
		latitude: expect.closeTo(53.8, 1),
		longitude: expect.closeTo(-1.5, 1),
	});
	expect(await near('Cordoba, Argentina')).toMatchObject({ latitude: expect.closeTo(-31.4, 1) });
	expect(await near('córdoba, es')).toMatchObject({ latitude: expect.closeTo(37.9, 1) });
	const { length } = await synonyms(world.db, '');
	expect(length).toBeGreaterThanOrEqual(150);
});

test('of very many, every one is on some page, once, whatever was asked', async ({ world }) => {
	const many = Array.from({ length: 2_120 }, (_, n) => ({
		...unsaid,
		slug: `m${n}`,
		name: `Tea ${n}`,
		days: n % 50 === 0 ? [] : ([0, 1, 2, 3, 4, 5, 6] as const),
		time: n % 50 === 0 ? null : `${String(n % 24).padStart(2, '0')}:00`,
		zone: n % 3 === 0 ? null : 'Europe/London',
		inPerson: true,
		position: { latitude: 53 + (n % 40) / 100, longitude: -1.5, coarse: false },
	}));
	await list(world, await aBody(world), many);

	const timed = many.filter(({ days }) => days.length > 0);
	for (const [query, fitting] of [
		...['', 'q=tea', 'at=53.2,-1.5&km=100'].map((each) => [each, many] as const),
		...['day=3', 'q=tea&day=3'].map((each) => [each, timed] as const),
	]) {
		const seen: string[] = [];
		for (let page = 1; ; page++) {
			const found = await find(world.db, { ...asks(query), page }, { viewer: null, now: world.now, ...how });
			seen.push(...found.lines.map(({ ownSlug }) => ownSlug));
			if (page >= found.pages) break;
		}
		expect(new Set(seen).size, query).toBe(fitting.length);
		expect(seen.length, query).toBe(fitting.length);
	}
});
