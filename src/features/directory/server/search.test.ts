import { expect } from 'vitest';
import { aBody, list } from '#test/listings.ts';
import { test, type World } from '#test/world.ts';
import { newId } from '#platform/ids.ts';
import { filtersIn, queryOf } from '../forms.ts';
import { unsaid, type Listing } from '../listing.ts';
import { seedSynonyms } from './synonyms.ts';
import { choicesListed, find, listingBySlug } from './queries.ts';

const LA = 'America/Los_Angeles';

type Some = Partial<Listing> & { name: string };

const listed = async (world: World, ...some: Some[]) =>
	list(
		world,
		await aBody(world),
		some.map((each, n) => ({ ...unsaid, inPerson: true, slug: `m${n}`, ...each })),
	);

const found = (
	world: World,
	query = '',
	{ zone = 'Europe/London', viewer = null as null | Parameters<typeof find>[2]['viewer'] } = {},
) => find(world.db, filtersIn(new URLSearchParams(query)), { viewer, now: world.now, zone, locale: 'en' });

const names = async (world: World, query = '') => (await found(world, query)).lines.map(({ name }) => name);

/** The world begins at six on a Sunday evening in London: ten in the morning in Los Angeles. */
const week: Some[] = [
	{ name: 'Sunday noon', days: [0], time: '12:00', zone: LA },
	{ name: 'Sunday at ten', days: [0], time: '10:00', zone: LA, minutes: 90, types: ['O', 'W'] },
	{
		name: 'Most evenings',
		days: [0, 2, 3],
		time: '19:30',
		zone: LA,
		inPerson: false,
		onlineUrl: 'https://a.example',
	},
	{ name: 'Dublin tonight', days: [0], time: '19:00', zone: 'Europe/Dublin', place: 'An Café Álainn' },
	{ name: 'Owls', days: [2], time: '00:30', zone: LA, inPerson: false, phone: '555' },
	{ name: '100% sober_ish', days: [5] },
	{ name: 'By appointment', notes: 'Write to us.' },
];

test('what begins next comes first, wherever its clocks are; what has to be asked comes last', async ({
	world,
}) => {
	await listed(world, ...week);

	expect(await names(world)).toEqual([
		'Sunday at ten',
		'Dublin tonight',
		'Sunday noon',
		'Most evenings',
		'Owls',
		expect.stringMatching(/sober|appointment/),
		expect.stringMatching(/sober|appointment/),
	]);
});

test('times are looked for on the clocks of a place one goes to, and else on one’s own', async ({
	world,
}) => {
	await listed(world, ...week);

	expect(await names(world, 'when=now')).toEqual(['Sunday at ten']);
	expect(await names(world, 'when=today')).toEqual(['Sunday at ten', 'Dublin tonight', 'Sunday noon']);
	// Half past seven in the evening in Los Angeles is half past three at night in London.
	expect(await names(world, 'part=night')).toEqual(['Most evenings']);
	expect(await names(world, 'day=2')).toEqual(['Owls']);
	expect((await names(world, 'day=1')).toSorted()).toEqual(['Most evenings']);
	expect(await names(world, 'day=5')).toEqual(['100% sober_ish']);
	expect(await names(world, 'day=0&part=evening')).toEqual(['Dublin tonight']);
});

test('words are found whatever their endings, their accents and their capitals', async ({ world }) => {
	await listed(world, { name: 'Hearing voices' }, { name: 'Café de los viernes' }, { name: 'Gardeners' });

	expect(await names(world, 'q=VOICE')).toEqual(['Hearing voices']);
	expect(await names(world, 'q=cafe')).toEqual(['Café de los viernes']);
	expect(await names(world, 'q=gardener')).toEqual(['Gardeners']);
});

test('a misspelt word is taken for the nearest one in use, and one that is in use is never corrected', async ({
	world,
}) => {
	await listed(world, { name: 'Grief group' }, { name: 'Brief walks' }, { name: 'Bereavement' });

	expect(await found(world, 'q=greif')).toMatchObject({
		lines: [{ name: 'Grief group' }],
		understood: { corrected: [{ from: 'greif', to: 'grief' }] },
	});
	expect(await names(world, 'q=brief')).toEqual(['Brief walks']);
	expect(await names(world, 'q=bereavment')).toEqual(['Bereavement']);
	expect(await names(world, 'q=berea')).toEqual(['Bereavement']);
});

test('other words for the same thing are found, in either language, after the words themselves', async ({
	world,
}) => {
	await world.as(null, seedSynonyms);
	await listed(world, { name: 'Duelo' }, { name: 'Bereavement' }, { name: 'Grief' }, { name: 'Gardeners' });

	expect((await names(world, 'q=grief'))[0]).toBe('Grief');
	expect((await names(world, 'q=grief')).toSorted()).toEqual(['Bereavement', 'Duelo', 'Grief']);
	expect((await names(world, 'q=duelo'))[0]).toBe('Duelo');
});

test('a phrase is one thing: hearing things are voices, and things heard are not', async ({ world }) => {
	await world.as(null, seedSynonyms);
	await listed(world, { name: 'Voices' }, { name: 'Hearing aids' });

	expect(await names(world, 'q=hearing things')).toEqual(['Voices']);
});

test('when nothing has all the words, what has some is shown, and said to', async ({ world }) => {
	await listed(world, { name: 'Grief in Leeds' }, { name: 'Grief' }, { name: 'Leeds walkers' });

	const { lines, all } = await found(world, 'q=grief leeds bagpipes');

	expect(all).toBe(0);
	expect(lines[0]).toMatchObject({ name: 'Grief in Leeds', saysAll: false });
	expect(lines).toHaveLength(3);
});

test('words have no meaning of their own', async ({ world }) => {
	await listed(world, ...week);

	expect(await names(world, `q=${encodeURIComponent('100% sober')}`)).toEqual(['100% sober_ish']);
	for (const text of ["'; drop table listing; --\\", "a' & !'b", '#all', '"', '\\', ':*', '🙂'])
		await names(world, `q=${encodeURIComponent(text)}&near=${encodeURIComponent(text)}`);
});

test('what is near is found by distance, and what has no position by its name', async ({ world }) => {
	const at = (latitude: number, longitude: number) => ({ position: { latitude, longitude, coarse: false } });
	await listed(
		world,
		{ name: 'Near', region: 'Ely', postcode: 'CB7 4AB', ...at(52.4, 0.26) },
		{ name: 'A little further', ...at(52.45, 0.26) },
		{ name: 'Far', ...at(53.4, 0.26) },
		{ name: 'Without a position', address: 'Market Place, Ely' },
		{ name: 'Beyond the date line', ...at(-17, -179.95) },
	);

	expect(await names(world, 'at=52.4,0.25&km=10')).toEqual(['Near', 'A little further']);
	expect((await names(world, 'near=Ely&km=10')).toSorted()).toEqual([
		'A little further',
		'Near',
		'Without a position',
	]);
	expect(await names(world, 'near=CB7&km=2')).toEqual(['Near']);
	expect(await names(world, 'at=-17,179.95&km=50')).toEqual(['Beyond the date line']);
	expect(await found(world, 'near=Nowhere')).toMatchObject({ nowhere: true, count: 5 });
});

test('free hours, welcome and company change the order, and leave nothing out', async ({ world }) => {
	const tea = { about: 'Tea', zone: 'Europe/London' };
	await listed(
		world,
		{ name: 'Tea one', ...tea, days: [1], time: '10:00' },
		{ name: 'Tea two', ...tea, days: [1], time: '19:00' },
		{ name: 'Tea three', ...tea, days: [1], time: '10:00', newcomersWelcome: true, size: 8 },
	);

	const { lines } = await found(world, 'q=tea&hours=weekday-evening');

	expect(lines.map(({ name }) => name)).toEqual(['Tea two', 'Tea three', 'Tea one']);
	expect(lines[0]!.reasons.map(({ why }) => why)).toContain('fits-your-hours');
	expect(lines[1]!.reasons.map(({ why }) => why)).toEqual(['says', 'newcomers', 'small']);
});

test('ten alike do not fill the page', async ({ world }) => {
	const alike = Array.from({ length: 10 }, () => ({
		name: 'Grief',
		place: 'Hall',
		about: 'Grief, grief, grief',
	}));
	await listed(world, ...alike, { name: 'Walking with grief' });

	expect((await names(world, 'q=grief')).slice(0, 3)).toContain('Walking with grief');
});

test('nobody finds what is for another age', async ({ world }) => {
	await listed(world, { name: 'For adults' }, { name: 'For teens', ageBand: '13-17' });
	const robin = { id: newId<'person'>(world.now), ageBand: '13-17', duties: [] } as const;

	expect(await names(world, 'q=for')).toEqual(['For adults']);
	expect((await found(world, '', { viewer: robin })).lines.map(({ name }) => name)).toEqual(['For teens']);
	expect(await listingBySlug(world.db, 'riverside~m1', null, world.now)).toBeUndefined();
	expect(await listingBySlug(world.db, 'riverside~m1', robin, world.now)).toMatchObject({
		name: 'For teens',
	});
	expect(await listingBySlug(world.db, 'riverside~m0', robin, world.now)).toBeUndefined();
	expect(await listingBySlug(world.db, 'nothing', null, world.now)).toBeUndefined();
});

test('what can be chosen is what is listed', async ({ world }) => {
	await listed(world, { name: 'One', topics: ['Grief and loss'], types: ['W'], languages: ['es-MX'] });

	expect(await choicesListed(world.db)).toEqual({
		types: ['W'],
		topics: ['grief-and-loss'],
		languages: ['es'],
	});
	expect(await names(world, 'topic=Grief%20and%20loss&type=w&language=es')).toEqual(['One']);
});

test('a question is a plain address, as short as it can be; one that makes no sense asks for nothing', async ({
	world,
}) => {
	const filters = filtersIn(new URLSearchParams('day=2&part=evening&q=big+book&need=quiet&page=3'));
	expect(queryOf(filters)).toBe('?q=big+book&day=2&part=evening&need=quiet');
	expect(queryOf(filters, { page: 4, need: [] })).toBe('?q=big+book&day=2&part=evening&page=4');
	expect(queryOf(filters, { day: undefined, part: undefined, q: '', need: [] })).toBe('');

	await listed(world, ...week);
	expect(
		await names(world, 'day=9&part=teatime&type=QQ&where=moon&page=-4&at=99,999&km=3&more=1'),
	).toHaveLength(7);
	expect(await names(world, 'page=99')).toEqual([]);
});
