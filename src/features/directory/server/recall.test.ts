import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { aBody, list } from '#test/listings.ts';
import { recall } from '#test/recall.ts';
import { test } from '#test/world.ts';
import { after, days, minutes } from '#platform/time.ts';
import messy from '../fixtures/messy.json' with { type: 'json' };
import older from '../fixtures/older-dialect.json' with { type: 'json' };
import { filtersIn, queryOf, type Filters } from '../forms.ts';
import { accessNeeds, kinds, unsaid, type Listing } from '../listing.ts';
import { partsOfDay, type Day, type PartOfDay } from '../times.ts';
import { countWords } from './count-words.ts';
import { importMeetings } from './import-meetings.ts';
import { keepFindable } from './keep-findable.ts';
import { find } from './queries.ts';

const parts = Object.keys(partsOfDay) as PartOfDay[];
const zones = ['Europe/London', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu'];

const listing = fc.record({
	name: fc.constantFrom('Grief', 'Tea', 'Night owls'),
	days: fc.uniqueArray(fc.constantFrom<Day>(0, 1, 2, 3, 4, 5, 6), { maxLength: 3 }),
	time: fc.option(
		fc
			.integer({ min: 0, max: 47 })
			.map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`),
	),
	minutes: fc.option(fc.constantFrom(30, 60, 90)),
	zone: fc.option(fc.constantFrom(...zones)),
	// Every kind of venue: in person, online, by phone, both, and none that is said.
	inPerson: fc.boolean(),
	onlineUrl: fc.option(fc.constant('https://meet.example/room')),
	phone: fc.option(fc.constant('+1 555 0100')),
	kind: fc.constantFrom(...kinds.filter((kind) => kind !== 'circle' && kind !== 'room')),
	languages: fc.constantFrom([], ['en'], ['es-MX', 'en']),
	access: fc.subarray([...accessNeeds]),
	types: fc.constantFrom([], ['W'] as const, ['BE', 'O'] as const),
	cost: fc.option(fc.constant('Two pounds')),
	newcomersWelcome: fc.option(fc.boolean()),
	observersWelcome: fc.option(fc.boolean()),
	topics: fc.constantFrom([], ['Grief and loss']),
}) as fc.Arbitrary<Partial<Listing> & { name: string }>;

const asked = fc.record(
	{
		q: fc.constantFrom('grief', 'tea'),
		when: fc.constantFrom('now', 'today', 'tomorrow'),
		day: fc.constantFrom(...'0123456'),
		part: fc.constantFrom(...parts),
		where: fc.constantFrom('in-person', 'online', 'phone'),
		kind: fc.constantFrom('workshop', 'place', 'meeting'),
		topic: fc.constant('grief-and-loss'),
		language: fc.constantFrom('en', 'es'),
		type: fc.constantFrom('W', 'BE'),
		need: fc.constantFrom(...accessNeeds),
		free: fc.constant('yes'),
		newcomers: fc.constant('yes'),
		observers: fc.constant('yes'),
	},
	{ requiredKeys: [] },
);

test('each listing, of each kind of venue, is under every question that it answers, and under no other', async ({
	world,
}) => {
	const seed = Number(process.env.FIND_SEED ?? 7);
	const some = fc
		.sample(listing, { numRuns: 300, seed })
		.map((each, n) => ({ ...unsaid, ...each, days: each.days!.toSorted((a, b) => a - b), slug: `m${n}` }));
	await list(world, await aBody(world), some);
	await world.as(null, async (tx) => ({ done: await countWords.run(tx, {}) }));

	for (const question of fc.sample(asked, { numRuns: Number(process.env.FIND_RUNS ?? 100), seed })) {
		// In a part of the day or a week, whatever the question, nothing else is asked for beside now, today and tomorrow.
		if (question.when === 'now') delete question.day;
		if (question.when) delete question.day;
		if (question.when === 'now') delete question.part;
		const filters = filtersIn(new URLSearchParams(question));
		const expected = some.filter((each) => answers(each, filters, world.now)).map(({ slug }) => slug);
		// What is very many is found in other ways, so the same is asked once more where twenty are that.
		for (const most of [undefined, 20]) {
			const found: string[] = [];
			for (let page = 1; ; page++) {
				const { lines, pages } = await find(
					world.db,
					{ ...filters, page },
					{ viewer: null, now: world.now, zone: READER, locale: 'en' },
					{ most },
				);
				found.push(...lines.map(({ ownSlug }) => ownSlug));
				if (page >= pages) break;
			}
			expect(found.toSorted(), `${queryOf(filters)} with FIND_SEED=${seed}, ${most}`).toEqual(
				expected.toSorted(),
			);
		}
	}
});

const READER = 'Europe/London';

/** The same rules told another way: by looking at every quarter of an hour around. */
function answers(each: Listing, filters: Filters, now: Date): boolean {
	const { q, where, kind, topic, language, type, need, free, newcomers, observers } = filters;
	return (
		(!q ||
			each.name.toLowerCase().includes(q) ||
			each.topics.some((said) => said.toLowerCase().includes(q))) &&
		(where !== 'in-person' || each.inPerson) &&
		(where !== 'online' || each.onlineUrl !== null || each.phone !== null) &&
		(where !== 'phone' || each.phone !== null) &&
		(!kind || each.kind === kind) &&
		(!topic || each.topics.length > 0) &&
		(!language || each.languages.some((tag) => tag.startsWith(language))) &&
		(!type || each.types.includes(type)) &&
		need.every((one) => each.access.includes(one)) &&
		(!free || each.cost === null) &&
		(!newcomers || each.newcomersWelcome === true || each.types.includes('BE')) &&
		(!observers || each.observersWelcome === true) &&
		isThen(each, filters, now)
	);
}

function isThen(each: Listing, { when, day, part }: Filters, now: Date): boolean {
	if (!when && day === undefined && !part) return true;
	const joinable = each.onlineUrl !== null || each.phone !== null;
	const clocks = [
		...(joinable && each.zone ? ['reader'] : []),
		...(each.inPerson || !joinable || !each.zone ? ['own'] : []),
	];
	if (each.days.length === 0 || each.time === null)
		return (
			!when &&
			(day === undefined || each.days.includes(day)) &&
			(!part || (each.time !== null && isIn(part, Number(each.time.slice(0, 2)))))
		);

	const local = (moment: Date, zone: string) =>
		Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone);
	const today = local(now, READER).toPlainDate();
	// Every quarter of an hour of a week and a day or two on both sides; some clocks are off by quarters.
	for (let quarter = -192; quarter < 4 * 24 * 9; quarter++) {
		const moment = after(now, quarter * minutes(15));
		const there = local(moment, each.zone ?? READER);
		if (
			!each.days.includes((there.dayOfWeek % 7) as Day) ||
			there.toPlainTime().toString({ smallestUnit: 'minute' }) !== each.time
		)
			continue;
		const over = after(moment, minutes(each.minutes ?? 60)) <= now;
		if (when === 'now') {
			if (!over && moment < after(now, minutes(30))) return true;
			continue;
		}
		for (const whose of clocks) {
			const shown = whose === 'reader' ? local(moment, READER) : there;
			const date = shown.toPlainDate();
			const fits =
				(when !== 'today' || date.equals(today)) &&
				(when !== 'tomorrow' || date.equals(today.add({ days: 1 }))) &&
				(day === undefined || shown.dayOfWeek % 7 === day) &&
				(!part || isIn(part, shown.hour));
			if (fits && (when === undefined || !over)) return true;
		}
	}
	return false;
}

const isIn = (part: PartOfDay, hour: number) => {
	const { from, to } = partsOfDay[part];
	return from < to ? hour >= from && hour < to : hour >= from || hour < to;
};

test('a quarter of them share their name, place and address, and all are found by each of their fields', async ({
	world,
}) => {
	const some = Array.from({ length: Number(process.env.FIND_LISTINGS ?? 800) }, (_, n): Listing => {
		const of = n % 4 === 0 ? 0 : n;
		return {
			...unsaid,
			slug: `m${n}`,
			name: of === 0 ? 'The Who’s Who of A.A.' : `Group №${of} — “Schritt für Schritt”`,
			group: `District ${n % 40}`,
			place: `St. Mary’s Hall ${of % 50}`,
			address: `${of} O’Connell St, 東京都 ${of}`,
			region: 'Añover de Tajo',
			postcode: `AB${of % 90} ${n % 9}CD`,
			notes: `Ring №${n}; ask for the back-door (don’t knock)!`,
			phone: `+1 555-01${of}`,
			onlineUrl: `https://meet.example/j/${of}?pwd=x`,
			inPerson: true,
		};
	});
	await list(world, await aBody(world), some);

	const most = Number(process.env.FIND_VALUES ?? 120);
	expect((await recall(world.db, { now: world.now, most })).missed).toEqual([]);
});

const lists: Record<string, unknown> = { messy, older };
const folder = process.env.HEARTEN_FEEDS;
for (const name of ['alpena', 'los-angeles'])
	if (folder && existsSync(`${folder}/${name}.json`))
		lists[name] = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as unknown;

for (const [slug, content] of Object.entries(lists))
	test(
		`every meeting of the list “${slug}” is found by each of its fields`,
		{ timeout: 300_000 },
		async ({ world }) => {
			await world.as(null, (tx) =>
				importMeetings(tx, {
					slug,
					source: `${slug}.json`,
					zone: 'America/Los_Angeles',
					text: JSON.stringify(content),
				}),
			);
			await world.as(null, async (tx) => ({ done: await countWords.run(tx, {}) }));

			const { asked: questions, expected, missed } = await recall(world.db, { now: world.now });

			expect(missed).toEqual([]);
			expect(questions).toBeGreaterThan(0);
			expect(expected).toBeGreaterThan(questions / 2);
		},
	);

test('times are told again before they are used up, and what was there before is taken in', async ({
	world,
}) => {
	await list(world, await aBody(world), [
		{
			...unsaid,
			slug: 'a',
			name: 'Tuesdays',
			days: [2],
			time: '19:00',
			zone: 'Europe/London',
			inPerson: true,
		},
	]);
	const coming = async () =>
		(await world.db.selectFrom('coming').select('starts_at').orderBy('starts_at').execute()).map(
			({ starts_at }) => starts_at!,
		);
	const before = await coming();

	world.now = after(world.now, days(6));
	await world.as(null, async (tx) => ({ done: await keepFindable.run(tx, {}) }));
	expect(await coming()).toEqual(before.map((moment) => after(moment, days(7))));

	await world.db.deleteFrom('finding').execute();
	await world.as(null, async (tx) => ({ done: await keepFindable.run(tx, {}) }));
	expect(await coming()).toHaveLength(1);
});
