import { expect } from 'vitest';
import { readCalendar } from '#platform/ical/read-calendar.ts';
import { test, type World } from '#test/world.ts';
import { filtersIn } from '../forms.ts';
import { pageOf, serviceAtLocationOf, serviceOf } from '../hsds.ts';
import { unsaid } from '../listing.ts';
import { readListing } from '../list-formats.ts';
import type { ReadList } from '../rows.ts';
import {
	asCalendar,
	asMeetingGuide,
	asTable,
	countPublic,
	importMeetings,
	publicBodies,
	publicListings,
	soonest,
} from './index.ts';
import { writeOwnListing } from './write-listings.ts';

const guide = [
	{
		...{
			name: 'Tuesday table',
			slug: 'tuesday',
			day: 2,
			time: '19:00',
			end_time: '20:30',
			types: ['O', 'X'],
		},
		...{
			timezone: 'Europe/Dublin',
			location: 'The old library',
			formatted_address: '1 Example Street, Dublin',
		},
		...{ country: 'IE', postal_code: 'D01', latitude: 53.3, longitude: -6.2, notes: 'Ring twice.' },
		...{ contact_1_name: 'Somebody', contact_1_phone: '555 0102', conference_phone: '+15550100' },
	},
	{ name: 'Ask us', slug: 'ask', region: 'North', conference_url: 'https://meet.example/1' },
];

const calendar = [
	'BEGIN:VCALENDAR',
	'VERSION:2.0',
	'PRODID:-//x//x//EN',
	...['BEGIN:VEVENT', 'UID:first-friday', 'DTSTAMP:20260501T120000Z', 'SUMMARY:First Friday'],
	...['DTSTART;TZID=Europe/Madrid:20260501T190000', 'DURATION:PT90M', 'RRULE:FREQ=MONTHLY;BYDAY=1FR'],
	...[
		'EXDATE;TZID=Europe/Madrid:20270101T190000',
		'LOCATION:Calle Mayor 1\\, Madrid',
		'CATEGORIES:Grief,Loss',
	],
	'END:VEVENT',
	...['BEGIN:VEVENT', 'UID:mondays', 'DTSTAMP:20260501T120000Z', 'SUMMARY:Mondays'],
	...['DTSTART;TZID=Europe/Madrid:20260504T180000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY', 'END:VEVENT'],
	...['BEGIN:VEVENT', 'UID:secret', 'DTSTAMP:20260501T120000Z', 'SUMMARY:Secret', 'CLASS:PRIVATE'],
	...['DTSTART;TZID=Europe/Madrid:20270504T180000', 'DURATION:PT1H', 'END:VEVENT'],
	...['BEGIN:VEVENT', 'UID:past', 'DTSTAMP:20200501T120000Z', 'SUMMARY:Past'],
	...['DTSTART;TZID=Europe/Madrid:20200504T180000', 'DURATION:PT1H', 'END:VEVENT'],
	...['BEGIN:VEVENT', 'UID:mars', 'DTSTAMP:20260501T120000Z', 'SUMMARY:Mars'],
	...['DTSTART;TZID=Mars/Olympus:20270504T180000', 'DURATION:PT1H', 'END:VEVENT'],
	'END:VCALENDAR',
	'',
].join('\r\n');

const bringIn = (world: World, slug: string, text: string) =>
	world.as(null, (tx) => importMeetings(tx, { slug, source: slug, text }));

async function everything(world: World) {
	await bringIn(world, 'near', JSON.stringify(guide));
	const read = await bringIn(world, 'south', calendar);
	return { read, how: { origin: 'https://peers.example', now: world.now } };
}

const rowsIn = (text: string) => JSON.parse(text) as Record<string, unknown>[];
const readBack = (text: string, now: Date) => (readListing(text, { zone: null, now }) as ReadList).listed;

test('a calendar becomes listings with their repetitions; what is private, over or cannot be told says so', async ({
	world,
}) => {
	const { read } = await everything(world);

	expect(read).toMatchObject({ format: 'calendar', added: 2 });
	expect('leftOut' in read && read.leftOut.map(({ because }) => because).sort()).toEqual([
		...['bad-recurrence', 'not-public', 'over'],
	]);
	const south = await publicListings(world.db, { now: world.now, body: 'south' });
	expect(south.map(({ listing }) => listing)).toMatchObject([
		{
			name: 'First Friday',
			zone: 'Europe/Madrid',
			topics: ['grief', 'loss'],
			address: 'Calle Mayor 1, Madrid',
		},
		{ name: 'Mondays', inPerson: false },
	]);
	expect(south[0]?.listing.times[0]).toContain('BYDAY=1FR');
});

test('the Meeting Guide says what weeks can say, and counts the rest; nobody’s name or number is in it', async ({
	world,
}) => {
	const { how } = await everything(world);
	const { text, count, cannot } = await asMeetingGuide(world.db, how);

	expect([count, cannot]).toEqual([3, 1]);
	expect(rowsIn(text)).toMatchObject([
		{ name: 'Ask us', slug: 'near~ask', conference_url: 'https://meet.example/1' },
		{ name: 'Tuesday table', day: 2, time: '19:00', end_time: '20:30', entity: 'near' },
		{ name: 'Mondays', slug: 'south~mondays', day: 1, time: '18:00', timezone: 'Europe/Madrid' },
	]);
	expect(rowsIn(text)[1]?.feedback_url).toBe('https://peers.example/find/near~tuesday');
	expect(text).not.toMatch(/Somebody|0102/);
});

test('what comes from one list goes back to it the same, as JSON, as a table, and as a calendar', async ({
	world,
}) => {
	const { how } = await everything(world);
	const near = (await publicListings(world.db, { now: world.now, body: 'near' })).map(
		({ listing }) => listing,
	);
	const south = (await publicListings(world.db, { now: world.now, body: 'south' })).map(
		({ listing }) => listing,
	);

	const json = await asMeetingGuide(world.db, { ...how, body: 'near' });
	const table = await asTable(world.db, { ...how, body: 'near' });
	const ics = await asCalendar(world.db, { ...how, body: 'south' });

	expect(readBack(json.text, world.now)).toEqual(near);
	expect(readBack(table.text, world.now)).toEqual(near);
	expect(readBack(ics.text, world.now)).toEqual(south);
});

test('a calendar has what has a time, with the clocks of its zones', async ({ world }) => {
	const { how } = await everything(world);
	const { text, count, cannot } = await asCalendar(world.db, how);
	const read = readCalendar(text, { now: world.now });

	expect([count, cannot]).toEqual([3, 1]);
	expect('events' in read && read.events.map(({ uid }) => uid).sort()).toEqual([
		...['near~tuesday', 'south~first-friday', 'south~mondays'],
	]);
	expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
	expect((await asCalendar(world.db, { ...how, slug: 'near~tuesday' })).count).toBe(1);
	expect((await asCalendar(world.db, { ...how, slug: 'near~nothing' })).count).toBe(0);
});

test('a search is exported as it was asked', async ({ world }) => {
	const { how } = await everything(world);
	const filters = filtersIn(new URLSearchParams('day=2&where=in-person'));

	expect(rowsIn((await asMeetingGuide(world.db, { ...how, filters })).text)).toMatchObject([
		{ name: 'Tuesday table' },
	]);
});

test('directories of human services get organizations, services, locations and schedules', async ({
	world,
}) => {
	await everything(world);
	const all = await publicListings(world.db, { now: world.now }, { limit: 2, offset: 1 });
	const [tuesday, friday] = all;
	const service = serviceOf(tuesday!, '2026-01-01');

	expect(service).toMatchObject({
		...{
			id: tuesday!.id,
			name: 'Tuesday table',
			status: 'active',
			fees_description: 'Free',
			minimum_age: 18,
		},
		organization: { name: 'near', description: 'near' },
		schedules: [
			{
				freq: 'WEEKLY',
				interval: 1,
				byday: 'TU',
				opens_at: '19:00',
				closes_at: '20:30',
				dtstart: '2026-01-06',
			},
		],
		service_at_locations: [
			{
				location: {
					...{ location_type: 'physical', name: 'The old library', latitude: 53.3 },
					addresses: [{ address_1: '1 Example Street, Dublin', postal_code: 'D01', country: 'IE' }],
				},
			},
		],
	});
	expect(serviceAtLocationOf(friday!, '2026-01-01')).toMatchObject({
		schedules: [{ freq: 'MONTHLY', byday: '1FR', opens_at: '19:00', closes_at: '20:30' }],
	});
	expect(
		pageOf(all, { total: await countPublic(world.db, { now: world.now }), page: 1, perPage: 2 }),
	).toMatchObject({
		...{ total_items: 4, total_pages: 2, size: 2, first_page: true, last_page: false, empty: false },
	});
	expect(await publicBodies(world.db)).toMatchObject([{ slug: 'near' }, { slug: 'south' }]);
	expect(await publicBodies(world.db, { id: tuesday!.body.id })).toHaveLength(1);
	expect(await countPublic(world.db, { now: world.now, id: tuesday!.id })).toBe(1);
});

test('our own circles are published as the organisation’s; what is for the young is not', async ({
	world,
}) => {
	const circle = await world.circle();
	const own = { ...unsaid, kind: 'circle', slug: 'evening', name: 'Evening circle' } as const;
	await bringIn(world, 'near', JSON.stringify(guide));
	await world.as(null, async (tx) => {
		await writeOwnListing(tx, circle, own);
		return {};
	});
	const how = { origin: 'https://peers.example', now: world.now };

	expect(rowsIn((await asMeetingGuide(world.db, how)).text)).toContainEqual(
		expect.objectContaining({ slug: 'evening', feedback_url: 'https://peers.example/circles/evening' }),
	);
	await world.db.updateTable('listing').set({ age_band: '13-17' }).execute();
	expect((await asMeetingGuide(world.db, how)).text).toBe('[]');
	expect(await publicBodies(world.db)).toEqual([]);
});

test('ids inside a service are UUIDs of their own, always the same, each once', async ({ world }) => {
	await everything(world);
	const services = (await publicListings(world.db, { now: world.now })).map((each) =>
		JSON.stringify(serviceOf(each, '2026-01-01')),
	);
	const ids = services.flatMap((text) => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id!));
	const bodies = new Set((await publicBodies(world.db)).map(({ id }) => id as string));
	const own = ids.filter((id) => !bodies.has(id));

	for (const id of own)
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(new Set(own).size).toBe(own.length);
});

test('the finder of other pages gets the next one first, in pages', async ({ world }) => {
	await everything(world);
	const ask = (query: string, body?: string) =>
		soonest(world.db, { filters: filtersIn(new URLSearchParams(query)), body, now: world.now });

	expect(await ask('')).toMatchObject({
		...{ count: 4, more: false },
		listings: [
			{ name: 'Mondays', next: '2026-11-23T17:00:00.000Z' },
			{ name: 'Tuesday table', next: '2026-11-24T19:00:00.000Z', where: 'both' },
			{ name: 'First Friday', next: '2026-12-04T18:00:00.000Z' },
			{ name: 'Ask us', next: null },
		],
	});
	expect(await ask('q=tuesday')).toMatchObject({ count: 1 });
	expect(await ask('', 'south')).toMatchObject({ count: 2 });
	expect(await ask('page=2')).toMatchObject({ count: 4, listings: [] });
});
