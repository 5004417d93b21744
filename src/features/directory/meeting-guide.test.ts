import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import messy from './fixtures/messy.json' with { type: 'json' };
import older from './fixtures/older-dialect.json' with { type: 'json' };
import { unsaid } from './listing.ts';
import { readMeetingGuide } from './meeting-guide.ts';
import type { ReadList } from './rows.ts';
import { nextMeeting } from './times.ts';

const reading = (feed: unknown, zone: string | null = null) => readMeetingGuide(feed, { zone }) as ReadList;
const only = (row: Record<string, unknown>) => reading([{ name: 'A', slug: 'a', ...row }]).listed[0]!;

test('a well-made row is read as it was meant', () => {
	expect(reading(messy).listed[0]).toEqual({
		...unsaid,
		slug: 'made-with-care',
		name: 'Made with Care',
		days: [1],
		time: '19:00',
		minutes: 75,
		zone: 'Europe/Dublin',
		types: ['O', '12x12', 'X'],
		place: 'The Old Library',
		address: '1 Example Street, Newtown, Ireland',
		region: 'Leinster, Newtown',
		inPerson: true,
		updated: new Date('2026-05-03T18:00:00Z'),
	});
});

test('shouting is calmed, an address in pieces is joined, and the older way of giving types is understood', () => {
	expect(reading(messy).listed[1]).toMatchObject({
		name: "We Agnostics of L.A. & Friends - Men's 12 X 12 Stag",
		days: [2],
		time: '08:00',
		zone: null,
		types: ['C', 'M'],
		address: '8728 Corbin Ave, Northridge, CA 91324',
		region: 'Los Angeles',
	});
});

test('markup is taken off, several days are one meeting, and an end after midnight is an end', () => {
	expect(reading(messy).listed[2]).toMatchObject({
		name: 'Hope – every day',
		days: [0, 3, 6],
		time: '20:30',
		minutes: 225,
		placeNotes: 'Round the back.\nRing twice.\n\nMind the step.',
		onlineUrl: 'https://example.org/room',
		phone: '15550100',
		inPerson: true,
	});
});

test('a meeting whose time or day is missing is listed, to be asked about', () => {
	const [, , , noTime, noDay] = reading(messy, 'America/Detroit').listed;

	expect(noTime).toMatchObject({ days: [4], time: null, zone: 'America/Detroit', address: 'Example Town' });
	expect(noDay).toMatchObject({ days: [], time: '07:00', inPerson: false, onlineUrl: null });
	expect(noTime && nextMeeting(noTime, new Date())).toBeUndefined();
});

test('a place that is closed for now is no place to go to, and nobody’s name or account is taken along', () => {
	const closed = reading(messy).listed[5]!;

	expect(closed).toMatchObject({ slug: 'closed', inPerson: false });
	expect(JSON.stringify(reading(messy))).not.toMatch(/Somebody|0102|@someone/);
});

test('every row that is left out says why', () => {
	expect(reading(messy).leftOut).toEqual([
		{ row: 8, because: 'no-name', field: 'name', said: null },
		{ row: 9, because: 'no-slug', field: 'slug', said: null },
		{ row: 10, because: 'slug-twice', field: 'slug', said: 'made-with-care' },
		{ row: 11, because: 'bad-day', field: 'day', said: '7' },
		{ row: 12, because: 'bad-day', field: 'day', said: 'Funday' },
		{ row: 13, because: 'bad-time', field: 'time', said: '25:30' },
		{ row: 14, because: 'bad-time', field: 'time', said: 'noonish' },
	]);
});

test('the older dialect is read whole', () => {
	expect(reading(older, 'America/Detroit')).toMatchObject({
		leftOut: [],
		listed: [
			{ time: '10:30', types: ['C'], address: '12 Example Rd, Exampleton, MI', zone: 'America/Detroit' },
			{ time: '08:00', types: ['C', 'W'], address: '12 Example Rd, Exampleton, MI' },
		],
	});
});

test.each([
	['8:00', '08:00'],
	['08:00:00', '08:00'],
	[' 23:59 ', '23:59'],
	['12:05 AM', '00:05'],
	['12:05 p.m.', '12:05'],
	['7.30', '07:30'],
])('%j is %s', (told, time) => {
	expect(only({ day: 1, time: told }).time).toBe(time);
});

test.each(['24:00', '8', '8:5', '13:00 PM', '0:30 AM', '-1:00', '12:60', 'noon'])('%j is no time', (told) => {
	expect(reading([{ name: 'A', slug: 'a', day: 1, time: told }]).leftOut).toEqual([
		{ row: 1, because: 'bad-time', field: 'time', said: told },
	]);
});

test('an end that makes no sense is forgotten, and the meeting is listed', () => {
	expect(only({ time: '19:00', end_time: 'late' }).minutes).toBeNull();
	expect(only({ time: '19:00', end_time: '19:00' }).minutes).toBeNull();
	expect(only({ time: '19:00', end_time: '18:00' }).minutes).toBeNull();
});

test('only links of the web are kept', () => {
	const kept = ['https://a.example/', 'http://b.example/x?y=1'];
	const left = [
		'javascript:alert(1)',
		'data:text/html,x',
		'//c.example',
		'https://me:secret@d.example',
		'nonsense',
		'',
	];

	expect(kept.map((url) => only({ url, conference_url: url }).website)).toEqual(kept);
	expect(left.map((url) => only({ url, conference_url: url }).onlineUrl)).toEqual(left.map(() => null));
});

describe('something that is not this format is refused whole', () => {
	test.each([[{}], ['text'], [7], [null], [{ meetings: [] }]])('%j instead of a list', (feed) => {
		expect(readMeetingGuide(feed, { zone: null })).toMatchObject({ refused: 'not-a-list' });
	});

	test.each([
		['name', 7, 'number'],
		['name', ['A'], 'list'],
		['time', 1900, 'number'],
		['day', true, 'yes-or-no'],
		['day', [1, {}], 'list'],
		['day', { monday: 1 }, 'object'],
		['types', 5, 'number'],
		['types', ['O', 5], 'list'],
		['conference_url', {}, 'object'],
	])('a row whose %s is %j', (field, value, found) => {
		const feed = [
			{ name: 'Good', slug: 'good' },
			{ name: 'A', slug: 'a', [field]: value },
		];

		expect(readMeetingGuide(feed, { zone: null })).toEqual({ refused: 'wrong-kind', row: 2, field, found });
	});

	test('a row that is no row', () => {
		expect(readMeetingGuide([{ name: 'A', slug: 'a' }, 'row'], { zone: null })).toEqual({
			refused: 'wrong-kind',
			row: 2,
			field: undefined,
			found: 'text',
		});
	});
});

test('whatever a list holds, each row is listed or refused once, or the whole is', () => {
	const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()));
	const row = fc.dictionary(fc.constantFrom('name', 'slug', 'day', 'time', 'types', 'city', 'url'), value);

	fc.assert(
		fc.property(
			fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: fc.anything() })),
			(feed) => {
				const read = readMeetingGuide(feed, { zone: null });
				if ('listed' in read) expect(read.listed.length + read.leftOut.length).toBe(feed.length);
				else expect(['wrong-kind', 'not-a-list']).toContain(read.refused);
			},
		),
		{ numRuns: 500 },
	);
});

/** A folder with `alpena.json` and `los-angeles.json`; the lists are their publishers', so they are not kept here. */
const feeds = process.env.HEARTEN_FEEDS;

describe.skipIf(!feeds)(
	'two real lists (skipped unless HEARTEN_FEEDS names a folder that holds them)',
	() => {
		const listIn = (name: string) => JSON.parse(readFileSync(`${feeds}/${name}.json`, 'utf8')) as unknown;

		test('46 meetings of northern Michigan are all listed', () => {
			const { listed, leftOut } = reading(listIn('alpena'), 'America/Detroit');

			expect([listed.length, leftOut]).toEqual([46, []]);
		});

		test('2,637 meetings of Los Angeles are all listed; one lacks its time, four their day', () => {
			const { listed, leftOut } = reading(listIn('los-angeles'));

			expect([listed.length, leftOut]).toEqual([2637, []]);
			expect(listed.filter(({ time }) => time === null).map(({ name }) => name)).toEqual(['Particapation']);
			expect(listed.filter(({ days }) => days.length === 0)).toHaveLength(4);
			expect(listed.filter(({ name }) => /[A-Z]{5}/.test(name)).map(({ name }) => name)).toEqual([]);
			expect(listed.filter(({ name }) => /&(?:amp|#\d+);/.test(name))).toEqual([]);
		});
	},
);

test('where it is stays known: degrees, postal code, and a country that is written as two letters', () => {
	const row = {
		latitude: 34.22,
		longitude: '-118.56',
		postal_code: 91324,
		country: 'US',
		approximate: 'yes',
	};

	expect(only(row)).toMatchObject({
		position: { latitude: 34.22, longitude: -118.56, coarse: true },
		postcode: '91324',
		country: 'US',
	});
	for (const nowhere of [
		{ latitude: 0, longitude: 0 },
		{ latitude: 91, longitude: 0 },
		{ latitude: 'here' },
		{},
	])
		expect(only(nowhere)).toMatchObject({ position: null });
	expect(only({ country: 'Ireland' })).toMatchObject({ country: null });
});
