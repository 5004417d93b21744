import { expect } from 'vitest';
import { test, type World } from '#test/world.ts';
import { filtersIn, queryOf } from '../forms.ts';
import { importMeetings } from './import-meetings.ts';
import { listingBySlug, listings, typesListed } from './queries.ts';

const LA = 'America/Los_Angeles';

/** The world begins at six on a Sunday evening in London: ten in the morning in Los Angeles. */
const neighbourhood = [
	{ name: 'Sunday noon', slug: 'noon', day: 0, time: '12:00', timezone: LA, location: 'Club', types: ['O'] },
	{
		name: 'Sunday at ten',
		slug: 'ten',
		day: 0,
		time: '10:00',
		timezone: LA,
		location: 'Club',
		types: ['O', 'W'],
	},
	{
		name: 'Most evenings',
		slug: 'most',
		day: [0, 2, 3],
		time: '19:30',
		timezone: LA,
		conference_url: 'https://a.example',
	},
	{
		name: 'Dublin tonight',
		slug: 'dublin',
		day: 0,
		time: '19:00',
		timezone: 'Europe/Dublin',
		location: 'An Café Álainn',
	},
	{
		name: 'After midnight',
		slug: 'owls',
		day: 2,
		time: '00:30',
		timezone: LA,
		conference_phone: '555',
		address: '1 Owl St',
	},
	{ name: '100% sober_ish', slug: 'percent', day: 5, location: 'Club' },
	{ name: 'By appointment', slug: 'asked', notes: 'Write to us.' },
];

const bringIn = (world: World, content: unknown = neighbourhood) =>
	world.as(null, (tx) => importMeetings(tx, { slug: 'la', source: 'la.json', content }));

const found = async (world: World, query = '') => {
	const filters = filtersIn(new URLSearchParams(query));
	const { lines } = await listings(world.db, filters, { now: world.now, zone: 'Europe/London' });
	return lines.map(({ name }) => name);
};

test('the meeting that begins next comes first, wherever its clocks are; what is to be asked comes last', async ({
	world,
}) => {
	await bringIn(world);

	expect(await found(world)).toEqual([
		'Dublin tonight',
		'Sunday noon',
		'Most evenings',
		'After midnight',
		'Sunday at ten',
		'100% sober_ish',
		'By appointment',
	]);
});

test('the order is that of the moments shown', async ({ world }) => {
	const hours = Array.from({ length: 24 * 7 }, (_, hour) => ({
		name: `Hour ${hour}`,
		slug: `h${hour}`,
		day: Math.floor(hour / 24),
		time: `${hour % 24}:00`,
		timezone: hour % 2 ? 'Asia/Kathmandu' : 'Australia/Lord_Howe',
	}));
	await bringIn(world, hours);

	const shown = await Promise.all(
		[1, 2, 3, 4, 5, 6, 7].map((page) =>
			listings(world.db, filtersIn(new URLSearchParams({ page: String(page) })), {
				now: world.now,
				zone: 'UTC',
			}),
		),
	);

	const moments = shown.flatMap(({ lines }) => lines.map(({ next }) => next!.getTime()));
	expect(moments).toHaveLength(24 * 7);
	expect(moments).toEqual([...moments].sort((a, b) => a - b));
	expect(moments.every((moment) => moment > world.now.getTime())).toBe(true);
	expect(shown[0]).toMatchObject({ count: 168, pages: 7 });
});

test('every question narrows the list, and several narrow it together', async ({ world }) => {
	await bringIn(world);

	expect(await found(world, 'day=2')).toEqual(['After midnight', 'Most evenings']);
	expect(await found(world, 'part=night')).toEqual(['After midnight']);
	expect(await found(world, 'part=evening')).toEqual(['Dublin tonight', 'Most evenings']);
	expect(await found(world, 'part=morning')).toEqual(['Sunday at ten']);
	expect(await found(world, 'type=w')).toEqual(['Sunday at ten']);
	expect(await found(world, 'where=online')).toEqual(['Most evenings', 'After midnight']);
	expect(await found(world, 'where=in-person&day=2')).toEqual(['After midnight']);
	expect(await found(world, 'day=0&part=evening&where=online')).toEqual(['Most evenings']);
	expect(await found(world, 'day=5&part=morning')).toEqual([]);
});

test('words are found without their accents and capitals, and none has a meaning of its own', async ({
	world,
}) => {
	await bringIn(world);

	expect(await found(world, 'q=CAFE')).toEqual(['Dublin tonight']);
	expect(await found(world, 'q=alainn dublin')).toEqual(['Dublin tonight']);
	expect(await found(world, 'q=dublin noon')).toEqual([]);
	expect(await found(world, `q=${encodeURIComponent('0% s')}`)).toEqual(['100% sober_ish']);
	expect(await found(world, `q=${encodeURIComponent('S_n')}`)).toEqual([]);
	expect(await found(world, `q=${encodeURIComponent("'; drop table listing; --\\")}`)).toEqual([]);
});

test('a query that makes no sense asks for nothing', async ({ world }) => {
	await bringIn(world);
	const nonsense = 'day=9&part=teatime&type=QQ&where=moon&page=-4&more=1';

	expect(await found(world, nonsense)).toHaveLength(neighbourhood.length);
	expect(await found(world, 'page=99')).toEqual([]);
});

test('a question is a plain address, as short as it can be', () => {
	const filters = filtersIn(new URLSearchParams('day=2&part=evening&q=big+book&page=3'));

	expect(queryOf(filters)).toBe('?day=2&part=evening&q=big+book');
	expect(queryOf(filters, { page: 4 })).toBe('?day=2&part=evening&q=big+book&page=4');
	expect(queryOf(filters, { day: undefined, part: undefined, q: '' })).toBe('');
});

test('one meeting is found by its address, with what its list tells', async ({ world }) => {
	await bringIn(world);

	expect(await listingBySlug(world.db, 'la~dublin', world.now)).toMatchObject({
		name: 'Dublin tonight',
		time: '19:00',
		place: 'An Café Álainn',
		next: new Date('2026-11-22T19:00:00Z'),
	});
	for (const nowhere of ['la~nobody', 'elsewhere~dublin', 'dublin', '~', '', 'la~\0'])
		expect(await listingBySlug(world.db, nowhere, world.now)).toBeUndefined();
	expect((await typesListed(world.db)).sort()).toEqual(['O', 'W']);
});
