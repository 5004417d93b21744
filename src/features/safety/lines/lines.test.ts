import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isZone } from '#platform/time.ts';
import { countryLines } from './all.ts';
import { inOrder } from './in-order.ts';
import { audiences, costs, dialled, emergencies, messageTo, topics, type Line } from './line.ts';
import { openAt } from './open-at.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const number = z.string().regex(/^[*\d][\d -]*$/, 'is what one dials inside the country');
const hours = z.union([
	z.literal('always'),
	z.null(),
	z.strictObject({
		zone: z.string().refine(isZone),
		weekly: z
			.array(z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: time, until: time }))
			.min(1),
	}),
]);
const line = z
	.strictObject({
		id: z.string().regex(/^[A-Z]{2}-\w+(-\w+)*$/),
		name: z.string().min(2),
		regions: z.array(z.string().min(2)),
		for: z.array(z.enum(audiences)).min(1),
		topics: z.array(z.enum(topics)).min(1),
		dial: number.nullable(),
		press: z.string().regex(/^\d$/).nullable(),
		sms: z
			.strictObject({
				to: number,
				body: z
					.string()
					.regex(/^[A-Z]+$/)
					.nullable(),
			})
			.nullable(),
		chat: z
			.string()
			.regex(/^[a-z0-9.-]+\.[a-z]+(\/\S*)?$/)
			.nullable(),
		relay: z.string().nullable(),
		hours,
		languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/)).min(1),
		cost: z.enum(costs),
		sends_emergency: z.enum(['yes', 'no', 'unknown']),
		source: z.url({ protocol: /^https?$/ }),
		checked_on: z.iso.date().nullable(),
		expires_on: z.iso.date().nullable(),
	})
	.refine(({ dial, sms, chat }) => dial ?? sms ?? chat, 'has a way to reach it')
	.refine(
		({ for: whom }) => whom.length === 1 || !whom.includes('everyone'),
		'is for everybody, or for some',
	);
const Country = z.strictObject({
	country: z.string().regex(/^[A-Z]{2}$/),
	licence: z.literal('CC0-1.0'),
	emergency: z
		.array(z.strictObject({ dial: z.string().regex(/^\d{2,5}$/), what: z.enum(emergencies) }))
		.min(1),
	lines: z.array(line).min(1),
});

const files = globSync('src/features/safety/lines/*.json');

test('at least thirty countries are there, each in a file of its name and of the one shape', () => {
	for (const file of files) {
		const read = Country.safeParse(JSON.parse(readFileSync(file, 'utf8')));
		expect(read.success ? [] : read.error.issues, file).toEqual([]);
		expect(read.data!.country).toBe(/(..)\.json$/.exec(file)![1]);
	}
	expect(files.length).toBeGreaterThanOrEqual(30);
	expect(countryLines.map(({ country }) => country)).toEqual(
		files.map((file) => file.slice(-7, -5)).toSorted((a, b) => (a < b ? -1 : 1)),
	);
});

test('no two lines have one name, and none claims to have been looked up', () => {
	const lines = countryLines.flatMap((country) => country.lines.map((each) => ({ ...each, country })));
	expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
	for (const { id, country, checked_on, expires_on } of lines) {
		expect(id.slice(0, 2)).toBe(country.country);
		expect([checked_on, expires_on]).toEqual([null, null]);
	}
});

test('every country has a line for everybody', () => {
	for (const { country, lines } of countryLines)
		expect(
			lines.some((each) => each.for.includes('everyone')),
			country,
		).toBe(true);
});

test('a telephone is given exactly the digits that are printed, and never a country’s prefix', () => {
	for (const { lines } of countryLines)
		for (const { dial } of lines) if (dial) expect(dialled(dial)).toBe(dial.replaceAll(/[ -]/g, ''));
	expect(dialled('*4141')).toBe('*4141');
	expect(messageTo({ to: '741741', body: 'HOME' })).toBe('sms:741741?body=HOME');
	expect(messageTo({ to: '0477 13 11 14', body: null })).toBe('sms:0477131114');
});

const evenings = { zone: 'Europe/London', weekly: [{ days: [1, 2, 3, 4], from: '18:00', until: '02:00' }] };

test('a line that answers from six in the evening until two is open at one, and says when it opens', () => {
	const at = (moment: string) => openAt(evenings, new Date(moment));

	// Tuesday.
	expect(at('2026-11-24T17:59:00Z')).toEqual({ is: 'closed', opens: new Date('2026-11-24T18:00:00Z') });
	expect(at('2026-11-24T18:00:00Z')).toEqual({ is: 'open', until: new Date('2026-11-25T02:00:00Z') });
	expect(at('2026-11-25T01:59:00Z')).toEqual({ is: 'open', until: new Date('2026-11-25T02:00:00Z') });
	// After Thursday’s night comes Monday.
	expect(at('2026-11-27T02:00:00Z')).toEqual({ is: 'closed', opens: new Date('2026-11-30T18:00:00Z') });
});

test('it opens by the clock on its own wall, on the night that clocks change too', () => {
	const daily = {
		zone: 'Europe/London',
		weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', until: '21:00' }],
	};

	expect(openAt(daily, new Date('2027-03-27T22:00:00Z'))).toEqual({
		is: 'closed',
		opens: new Date('2027-03-28T08:00:00Z'),
	});
});

test('what goes on over midnight without a break is open until its real end', () => {
	const scotland = countryLines
		.find(({ country }) => country === 'GB')!
		.lines.find(({ name }) => name === 'Breathing Space')!;

	expect(openAt(scotland.hours, new Date('2026-11-21T12:00:00Z'))).toEqual({
		is: 'open',
		until: new Date('2026-11-23T06:00:00Z'),
	});
});

test('whether somebody answers is told for any moment, and what is told is true a moment before it changes', () => {
	const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
	const weekly = countryLines.flatMap(({ lines }) => lines.map((each) => each.hours));
	fc.assert(
		fc.property(moment, fc.constantFrom(...weekly), (now, each) => {
			const told = openAt(each, now);
			if (told.is === 'always' || told.is === 'unknown') return;
			const changes = told.is === 'open' ? told.until : told.opens;
			expect(changes > now).toBe(true);
			expect(openAt(each, new Date(changes.getTime() - 1)).is).toBe(told.is);
			expect(openAt(each, changes).is).toBe(told.is === 'open' ? 'closed' : 'open');
		}),
	);
});

const aLine: Line = {
	...countryLines[0]!.lines[0]!,
	for: ['everyone'],
	hours: 'always',
	topics: ['listening'],
};

test('whoever answers now comes first, and what has expired last, even if it never sleeps', () => {
	const lines: Line[] = [
		{ ...aLine, id: 'expired', checked_on: '2025-01-01', expires_on: '2026-01-01' },
		{ ...aLine, id: 'closed', hours: evenings },
		{ ...aLine, id: 'unknown', hours: null },
		{ ...aLine, id: 'for some', for: ['young'] },
		{ ...aLine, id: 'for everybody' },
	];
	const now = new Date('2026-11-22T12:00:00Z');
	const order = (wanted: Parameters<typeof inOrder>[1]) => inOrder(lines, wanted, now).map(({ id }) => id);

	expect(order({})).toEqual(['for everybody', 'for some', 'unknown', 'closed', 'expired']);
	expect(order({ audience: 'young' })[0]).toBe('for some');
	expect(order({ audience: 'men' })).not.toContain('for some');
	expect(order({ topic: 'violence' })).toEqual([]);
});
