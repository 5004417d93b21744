import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, hours, minutes } from '#platform/time.ts';
import { avoidable, choices, nothingSaid, tasteKinds, topics, type Answers } from './answers.ts';
import { BIG, decideTastes, TASTES } from './decide.ts';
import type { Candidate } from './taste.ts';

/** A Sunday evening, and three at night. */
const now = new Date('2026-11-22T18:00:00Z');
const looking = { now, zone: 'Europe/London', locale: 'en' };
const at3 = { ...looking, now: new Date('2026-11-23T03:07:00Z') };

let count = 0;
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
	kind: 'meeting',
	key: `one:${count++}`,
	name: `Number ${count}`,
	href: '/find/x',
	about: null,
	topics: [],
	languages: ['en'],
	onlyFor: false,
	times: [{ startsAt: after(now, hours(25)), minutes: 60 }],
	dropIn: false,
	heldNow: false,
	zone: 'Europe/London',
	where: 'online',
	place: null,
	structure: null,
	seen: 'if-you-wish',
	phoneOnly: false,
	newcomers: true,
	hosts: null,
	others: null,
	crowd: null,
	capacity: null,
	...more,
});

const room = candidate({
	kind: 'room',
	where: 'here',
	dropIn: true,
	heldNow: true,
	times: [],
	seen: 'never',
});
const circle = candidate({ kind: 'circle', where: 'here', seen: 'never', others: 6, hosts: 1 });
const talk = candidate({ kind: 'talk', where: 'here' });
const workshop = candidate({ kind: 'workshop', where: 'in-person', seen: 'yes' });
const kindsOf = (some: readonly Candidate[], answers: Partial<Answers> = {}, how = looking) =>
	decideTastes(some, { ...nothingSaid, ...answers }, how).map(({ kind }) => kind);

const anyTime = fc
	.record({ inHours: fc.integer({ min: -48, max: 400 }), minutes: fc.integer({ min: 15, max: 720 }) })
	.map(({ inHours, minutes: lasts }) => ({ startsAt: after(now, hours(inHours)), minutes: lasts }));

const anyCandidate: fc.Arbitrary<Candidate> = fc
	.record({
		kind: fc.constantFrom(...tasteKinds),
		key: fc.string({ minLength: 1, maxLength: 8 }),
		name: fc.constantFrom('Grief on Tuesdays', 'Tea', 'Voces', null),
		topics: fc.subarray(['duelo', 'anxiety', 'sober', 'company']),
		languages: fc.subarray(['en', 'es', 'fr-CA']),
		onlyFor: fc.boolean(),
		times: fc
			.array(anyTime, { maxLength: 4 })
			.map((some) => some.toSorted((a, b) => +a.startsAt - +b.startsAt)),
		dropIn: fc.boolean(),
		heldNow: fc.boolean(),
		zone: fc.constantFrom('Europe/London', 'America/Los_Angeles', null),
		where: fc.constantFrom('here', 'online', 'in-person', 'both'),
		seen: fc.constantFrom('never', 'if-you-wish', 'yes'),
		phoneOnly: fc.boolean(),
		newcomers: fc.boolean(),
		others: fc.option(fc.integer({ min: 0, max: 40 })),
		crowd: fc.constantFrom('few', 'many', null),
	})
	.map((some) => candidate(some as Partial<Candidate>));

const several = fc.uniqueArray(anyCandidate, { maxLength: 25, selector: ({ key }) => key });

const anyAnswers: fc.Arbitrary<Answers> = fc.record({
	company: fc.constantFrom(undefined, 'company', 'quiet'),
	help: fc.constantFrom(undefined, 'listening', 'ideas'),
	time: fc.constantFrom(undefined, ...(Object.keys(choices.time) as (keyof (typeof choices)['time'])[])),
	avoid: fc.subarray([...avoidable, ...topics]),
	more: fc.constant([]),
	less: fc.constant([]),
});

test('three always differ in kind when three kinds are there, whatever somebody answered', () => {
	fc.assert(
		fc.property(several, anyAnswers, (some, answers) => {
			const tastes = decideTastes(some, answers, looking);
			// With nothing else to choose from, everything that is welcome is shown one by one.
			const welcome = new Set(
				some.filter((one) => decideTastes([one], answers, looking).length === 1).map(({ kind }) => kind),
			);

			expect(new Set(tastes.map(({ kind }) => kind)).size).toBe(
				Math.min(TASTES, welcome.size, tastes.length),
			);
			expect(new Set(tastes.map(({ key }) => key)).size).toBe(tastes.length);
		}),
	);
});

test('nobody meets what they asked to be spared', () => {
	fc.assert(
		fc.property(several, anyAnswers, (some, answers) => {
			for (const { avoid } of [answers])
				for (const taste of decideTastes(some, answers, looking)) {
					if (avoid.includes('big')) {
						expect(taste.others ?? 0).toBeLessThanOrEqual(BIG);
						expect(taste.crowd).not.toBe('many');
					}
					if (avoid.includes('seen')) expect(taste.seen).not.toBe('yes');
					if (avoid.includes('phone')) expect(taste.phoneOnly).toBe(false);
					if (avoid.includes('going')) expect(taste.where).not.toBe('in-person');
					if (avoid.includes('grief')) expect([taste.name, ...taste.topics]).not.toContain('duelo');
					if (avoid.includes('grief')) expect(taste.name).not.toBe('Grief on Tuesdays');
					if (avoid.includes('mental-health')) expect(taste.topics).not.toContain('anxiety');
					if (avoid.includes('addiction')) expect(taste.topics).not.toContain('sober');
				}
		}),
	);
});

test('what is over is not shown, and what is said to be ahead is', () => {
	fc.assert(
		fc.property(several, anyAnswers, (some, answers) => {
			for (const { when } of decideTastes(some, answers, looking)) {
				if (when.is === 'at') expect(+when.at).toBeGreaterThan(+now);
				if (when.is === 'now' && when.until) expect(+when.until).toBeGreaterThan(+now);
				if (when.is === 'any-hour' && when.next) expect(+when.next).toBeGreaterThan(+now);
			}
		}),
	);
});

test('within one minute the same answers lead to the same three, in whatever order they were found', () => {
	fc.assert(
		fc.property(several, anyAnswers, fc.integer({ min: 0, max: 59_999 }), (some, answers, later) => {
			const again = decideTastes(some.toReversed(), answers, { ...looking, now: after(now, later) });
			expect(again).toEqual(decideTastes(some, answers, looking));
		}),
	);
});

test('what is above is unlike what is below: one to sit in on, one to drop in to, one to talk with', () => {
	const some = [room, circle, talk, workshop, candidate(), candidate()];

	expect(new Set(kindsOf(some)).size).toBe(3);
	expect(kindsOf(some, { company: 'quiet', help: 'listening' })).toContain('talk');
	expect(kindsOf(some, { help: 'ideas' })[0]).toBe('workshop');
});

test('who is awake at three and has time now meets what is open now first', () => {
	const later = candidate({ kind: 'place', dropIn: true, where: 'in-person' });

	const tastes = decideTastes([later, circle, room, talk], { ...nothingSaid, time: 'now' }, at3);

	expect(tastes[0]).toMatchObject({ kind: 'room', when: { is: 'now', until: null }, why: 'now' });
	expect(tastes.map(({ kind }) => kind)).toContain('circle');
	expect(tastes.find(({ kind }) => kind === 'circle')?.when).toMatchObject({ is: 'any-hour' });
});

test('a time that somebody has is told before a sooner one that they have not', () => {
	const saturday = new Date('2026-11-28T15:00:00Z');
	const weekly = candidate({
		times: [
			{ startsAt: after(now, hours(3)), minutes: 60 },
			{ startsAt: saturday, minutes: 60 },
		],
	});

	const [taste] = decideTastes([weekly], { ...nothingSaid, time: 'weekends' }, at3);

	expect(taste).toMatchObject({ when: { is: 'at', at: saturday }, why: 'your-time' });
});

test('less of one takes it away and puts its kind behind the others; more of one makes room for a second', () => {
	const others = [circle, talk, workshop, candidate()];
	const [first] = decideTastes([room, ...others], nothingSaid, looking);
	const less = [{ kind: first!.kind, mark: first!.mark }];

	expect(kindsOf([room, ...others], { less })).not.toContain(first!.kind);

	const circles = [circle, candidate({ ...circle, key: 'circle:other', name: 'Another' })];
	const more = [{ kind: 'circle' as const, mark: 'xxxx' }];
	const kinds = kindsOf([room, talk, workshop, ...circles], { more });
	expect(kinds.filter((kind) => kind === 'circle')).toHaveLength(2);
	expect(kinds).toHaveLength(3);
});

test('nobody is sent to where other clocks are, unless theirs are not known', () => {
	const far = candidate({ where: 'in-person', zone: 'America/Los_Angeles', seen: 'yes' });

	expect(kindsOf([far])).toEqual([]);
	expect(kindsOf([far], {}, { ...looking, zone: 'UTC' })).toEqual(['meeting']);
});

test('one’s own language comes first, and another is not left out', () => {
	const spanish = candidate({ languages: ['es'] });
	const english = candidate({ languages: ['en-GB'] });

	const first = (locale: string) =>
		decideTastes([spanish, english], nothingSaid, { ...looking, locale })[0]!.key;

	expect(first('es')).toBe(spanish.key);
	expect(first('en')).toBe(english.key);
});

test('a meeting that has begun is not walked into, and a door that closes soon can still be gone through', () => {
	const begun = { times: [{ startsAt: after(now, -minutes(10)), minutes: 60 }] };

	expect(kindsOf([candidate(begun)])).toEqual([]);
	expect(
		decideTastes([candidate({ ...begun, kind: 'place', dropIn: true })], nothingSaid, looking),
	).toMatchObject([{ when: { is: 'now', until: after(now, minutes(50)) } }]);
});
