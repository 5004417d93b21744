import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import messy from './fixtures/messy.json' with { type: 'json' };
import older from './fixtures/older-dialect.json' with { type: 'json' };
import { writeTable } from './csv.ts';
import { cellsOf, guideColumns, guideRowOf, type GuideRow } from './guide-rows.ts';
import { readListing } from './list-formats.ts';
import { unsaid, type Listing } from './listing.ts';
import type { ReadList } from './rows.ts';

const now = new Date('2026-11-22T18:00:00Z');
const read = (text: string, zone: string | null = null) => readListing(text, { zone, now }) as ReadList;
const from = (listing: Listing) => ({ slug: listing.slug, entity: null, entityUrl: null, feedbackUrl: null });
const rowsOf = (listed: readonly Listing[]) =>
	listed.map((listing) => guideRowOf(listing, from(listing))).filter((row) => 'slug' in row) as GuideRow[];

const asJson = (listed: readonly Listing[]) => JSON.stringify(rowsOf(listed));
const asTable = (listed: readonly Listing[]) => writeTable(guideColumns, rowsOf(listed).map(cellsOf));

/** Words as they come: with markup, commas, quotes, line breaks, formulas, shouting, and letters of every kind. */
const words = fc.oneof(
	fc.string({ maxLength: 40, unit: 'grapheme' }),
	fc.constantFrom(
		...['=1+1', '+1 555 0100', '-x', '@home', "'=quoted'", 'A;B', 'say "hi"', 'two\nlines', ' spaced '],
		...[
			'&amp;amp;lt;b&gt;',
			'<b>bold</b>',
			'&am\u200bp;',
			'WE AGNOSTICS OF L.A.',
			'a, b, b',
			',',
			'ﬁ',
			'e\u0301',
		],
	),
	fc
		.array(fc.constantFrom('A', 'de', 'OF', 'ST', 'Ω', ' ', ',', '\n', '&lt;', '"', "'", '=', '…'), {
			maxLength: 12,
		})
		.map((parts) => parts.join('')),
);
const url = fc.constantFrom('https://a.example/x?y=1,2', 'http://b.example', 'javascript:alert(1)', '');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const row = fc.record({
	name: fc.oneof({ weight: 9, arbitrary: fc.constant('Tuesday table') }, words),
	slug: fc.uuid(),
	day: maybe(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.array(fc.integer({ min: 0, max: 6 })))),
	time: maybe(fc.constantFrom('19:00', '8:05 pm', '00:00', '')),
	end_time: maybe(fc.constantFrom('20:15', '00:30', '19:00', 'late')),
	timezone: maybe(fc.constantFrom('Europe/Dublin', 'America/Los_Angeles', 'Mars/Olympus')),
	types: maybe(fc.oneof(fc.constant('C, M,zz'), fc.subarray(['O', 'TC', '12x12', 'x']))),
	location: maybe(words),
	location_notes: maybe(words),
	formatted_address: maybe(words),
	address: maybe(words),
	city: maybe(words),
	state: maybe(words),
	postal_code: maybe(fc.oneof(words, fc.integer({ min: 0, max: 99_999 }))),
	country: maybe(fc.constantFrom('US', 'Ireland', 'ES')),
	region: maybe(words),
	sub_region: maybe(words),
	county: maybe(words),
	latitude: maybe(fc.constantFrom(34.0211861, 0, '-118.56', 91)),
	longitude: maybe(fc.constantFrom(-118.1295268, 0, 7)),
	approximate: maybe(fc.constantFrom('yes', 'no')),
	conference_url: maybe(url),
	conference_url_notes: maybe(words),
	conference_phone: maybe(words),
	conference_phone_notes: maybe(words),
	group: maybe(words),
	group_notes: maybe(fc.oneof(words, fc.constant('long '.repeat(500)))),
	notes: maybe(fc.oneof(words, fc.constant('very '.repeat(500)))),
	url: maybe(url),
	updated: maybe(fc.constantFrom('2026-05-03 18:00:00', '2026-05-03T18:00', 'yesterday')),
});

describe('what was read, written and read again is the same', () => {
	test.each([
		['JSON', asJson],
		['a table', asTable],
	])('as %s, whatever a list holds', (_, written) => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
				const { listed } = read(JSON.stringify(rows));
				fc.pre(listed.length > 0);
				expect(read(written(listed)).listed).toEqual(listed);
			}),
			{ numRuns: 500 },
		);
	});

	test.each([['messy'], ['older']])('the fixture “%s”, both ways', (name) => {
		const { listed } = read(JSON.stringify(name === 'messy' ? messy : older), 'America/Detroit');

		expect(read(asJson(listed)).listed).toEqual(listed);
		expect(read(asTable(listed)).listed).toEqual(listed);
	});

	const feeds = process.env.HEARTEN_FEEDS;
	test.skipIf(!feeds).each([
		['alpena', 46],
		['los-angeles', 2637],
	])('the real list “%s” (skipped unless HEARTEN_FEEDS names a folder that holds it)', (name, count) => {
		const { listed, leftOut } = read(readFileSync(`${feeds}/${name}.json`, 'utf8'), 'America/Los_Angeles');

		expect([listed.length, leftOut]).toEqual([count, []]);
		expect(read(asJson(listed)).listed).toEqual(listed);
		expect(read(asTable(listed)).listed).toEqual(listed);
	});
});

describe('a table', () => {
	const table = (sign: string) =>
		['\ufeffID', 'Name', 'Day', 'Time', 'Types', 'Regions', 'Conference URL', 'Notes'].join(sign) +
		'\r\n' +
		[
			...['a', '"The ""early"" one"', 'Monday', '7:30 AM', `"Open, Wheelchair Access"`],
			...['Leinster > Newtown', 'https://a.example/', '"Two\nlines"'],
		].join(sign) +
		'\r\n';

	test.each([[','], [';'], ['\t']])('with %j between its cells is read as people fill it in', (sign) => {
		expect(readListing(table(sign), { zone: null, now })).toMatchObject({
			format: 'table',
			leftOut: [],
			listed: [
				{
					slug: 'a',
					name: 'The "early" one',
					days: [1],
					time: '07:30',
					types: ['O', 'X'],
					region: 'Leinster, Newtown',
					onlineUrl: 'https://a.example/',
					notes: 'Two\nlines',
				},
			],
		});
	});

	test('tells which row is wrong, and why', () => {
		expect(read('name,slug,day\nGood,a,1\n\nBad,b,Funday\n').leftOut).toEqual([
			{ row: 2, because: 'bad-day', field: 'day', said: 'Funday' },
		]);
	});

	test('has no cell that a spreadsheet would run', () => {
		const cells = asTable([{ ...unsaid, slug: 'a', name: '=HYPERLINK("https://evil.example")' }]);

		expect(cells).toContain('"\'=HYPERLINK(""https://evil.example"")"');
		expect(read(cells).listed[0]?.name).toBe('=HYPERLINK("https://evil.example")');
	});
});

describe('what BMLT says', () => {
	const meeting = {
		id_bigint: '6071',
		service_body_bigint: '99',
		service_body_name: 'Coastal Area',
		weekday_tinyint: '1',
		venue_type: '3',
		start_time: '07:00:00',
		duration_time: '01:30:00',
		time_zone: 'America/New_York',
		formats: 'O,D,WC,NS',
		lang_enum: 'en',
		longitude: '-77.88',
		latitude: '34.21',
		published: '1',
		meeting_name: 'Early Birds',
		location_text: 'Winter Park Church',
		location_street: '4501 Example Avenue',
		location_municipality: 'Wilmington',
		location_sub_province: 'New Hanover',
		location_province: 'NC',
		location_postal_code_1: '28403',
		location_nation: 'US',
		location_info: 'In the gymnasium.',
		bus_lines: '7',
		comments: 'Ring twice.',
		virtual_meeting_link: 'https://meet.example/1',
		phone_meeting_number: '',
		contact_name_1: 'Somebody',
		contact_phone_1: '555 0102',
		contact_email_1: 'somebody@example.org',
	};

	test('is read as it was meant: Sunday is 1, the length is a length, and both ways of coming are one', () => {
		const outcome = readListing(JSON.stringify([meeting]), { zone: null, now });

		expect(outcome).toEqual({
			format: 'bmlt',
			leftOut: [],
			listed: [
				{
					...unsaid,
					slug: '6071',
					name: 'Early Birds',
					days: [0],
					time: '07:00',
					minutes: 90,
					zone: 'America/New_York',
					types: ['O', 'D', 'X'],
					languages: ['en'],
					group: 'Coastal Area',
					place: 'Winter Park Church',
					placeNotes: 'In the gymnasium.\n\n7',
					address: '4501 Example Avenue, Wilmington, NC 28403, US',
					region: 'New Hanover',
					postcode: '28403',
					country: 'US',
					position: { latitude: 34.21, longitude: -77.88, coarse: false },
					inPerson: true,
					onlineUrl: 'https://meet.example/1',
					notes: 'Ring twice.',
				},
			],
		});
		expect(JSON.stringify(outcome)).not.toMatch(/Somebody|0102|somebody@/);
	});

	test.each([
		['1', true],
		['2', false],
		['3', true],
	])('venue %s can be gone to: %j', (venue_type, inPerson) => {
		expect(read(JSON.stringify([{ ...meeting, venue_type }])).listed[0]).toMatchObject({ inPerson });
	});

	test('formats may be told by their numbers, where the answer holds them', () => {
		const { formats: _, ...numbered } = { ...meeting, format_shared_id_list: '8,17' };
		const content = {
			meetings: [numbered],
			formats: [
				{ id: '8', key_string: 'O' },
				{ id: '17', key_string: 'WC' },
			],
		};

		expect(read(JSON.stringify(content)).listed[0]).toMatchObject({ types: ['O', 'X'] });
	});

	test('every row that is left out says why, by the name BMLT gives the field', () => {
		const rows = [
			{ ...meeting, id_bigint: '1', weekday_tinyint: '8' },
			{ ...meeting, id_bigint: '2', start_time: 'noon' },
			{ ...meeting, id_bigint: '3', meeting_name: ' ' },
			{ ...meeting, id_bigint: '4', published: '0' },
			meeting,
			meeting,
		];

		expect(read(JSON.stringify(rows)).leftOut).toEqual([
			{ row: 1, because: 'bad-day', field: 'weekday_tinyint', said: '8' },
			{ row: 2, because: 'bad-time', field: 'start_time', said: 'noon' },
			{ row: 3, because: 'no-name', field: 'meeting_name', said: null },
			{ row: 4, because: 'not-public', field: 'published', said: '0' },
			{ row: 6, because: 'slug-twice', field: 'id_bigint', said: '6071' },
		]);
	});
});

test.each([
	['', 'empty-file'],
	['[{"name": "A", ', 'not-json'],
	['{"meetings": 7}', 'not-a-list'],
	['Dear all, the list is attached.', 'not-known'],
	['\u0000\u0001', 'not-known'],
])('%j is refused whole: %s', (text, refused) => {
	expect(readListing(text, { zone: null, now })).toMatchObject({ refused });
});

test('no text whatever breaks the reader, or is read half', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.string().map((text) => `name,slug\n${text}`),
				fc.json(),
			),
			(text) => {
				const outcome = readListing(text, { zone: null, now });
				expect('refused' in outcome || outcome.listed.length + outcome.leftOut.length >= 0).toBe(true);
			},
		),
		{ numRuns: 1000 },
	);
});

test('a listing that is more than weekly cannot be said by weeks, and is not said wrongly', () => {
	const monthly = { ...unsaid, slug: 'a', name: 'A', times: ['DTSTART…'] };

	expect(guideRowOf(monthly, from(monthly))).toEqual({ cannot: 'more-than-weekly' });
});
