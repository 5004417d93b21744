import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unsaid, type Listing } from '#features/directory/listing.ts';
import { readRecurrence } from '#platform/ical/recurrence-text.ts';
import { weekdays } from '#platform/recurrence/calendar-days.ts';
import { fewFrom } from '#platform/recurrence/occurrences.ts';
import { formTimesOf, rhythms, timesFrom } from './form-times.ts';
import { ListingForm } from './forms.ts';
import { blank, listingFrom, valuesOf } from './listing-form.ts';
import { freeSlug, slugFrom } from './slug.ts';

const paris = 'Europe/Paris';
const typed = (more: Record<string, string | string[]> = {}) =>
	ListingForm.parse({ name: 'Tuesdays', zone: paris, ...more });
const problems = (more: Record<string, string | string[]>) => {
	const read = ListingForm.safeParse({ name: 'Tuesdays', zone: paris, ...more });
	return read.success
		? {}
		: Object.fromEntries(read.error.issues.map(({ path, message }) => [path[0], message]));
};

test('a plain week is kept as days and a time', () => {
	const listing = listingFrom(
		typed({ days: ['2', '4'], time: '19:00', minutes: '90' }),
		blank('meeting', paris),
	);

	expect(listing).toMatchObject({ name: 'Tuesdays', days: [2, 4], time: '19:00', minutes: 90, times: [] });
});

test('opening hours are several recurrences, each told apart', () => {
	const listing = listingFrom(
		typed({
			...{ every0: 'w1', days0: ['MO', 'FR'], at0: '10:00', until0: '16:00' },
			...{ every1: 'w1', days1: 'TU', at1: '22:00', until1: '02:00' },
		}),
		blank('place', paris),
	);

	expect(listing.times).toHaveLength(2);
	const late = readRecurrence(listing.times[1]!, { zone: paris });
	if ('refused' in late) throw new Error(late.refused);
	const [first] = fewFrom(late, new Date('2026-11-22T18:00:00Z'), 1);
	expect([first?.start.toISOString(), first?.end.toISOString()]).toEqual([
		'2026-11-24T21:00:00.000Z',
		'2026-11-25T01:00:00.000Z',
	]);
});

test('a rhythm that needs no first day is shown without one', () => {
	const rows = [
		{ every: 'w1', days: ['MO', 'FR'], since: '', at: '10:00', until: '16:00' },
		{ every: 'm-1', days: ['SU'], since: '', at: '11:00', until: '15:00' },
	] as const;

	expect(formTimesOf(timesFrom({ rows, off: [], extra: [] }, paris), paris).rows).toEqual(rows);
});

test('one is moved by naming its day among those that are not, and its new one among those that are', () => {
	const [text] = timesFrom(
		{
			rows: [{ every: 'm1', days: ['TH'], since: '', at: '18:30', until: '20:00' }],
			off: ['2026-12-03'],
			extra: ['2026-12-10T18:30'],
		},
		paris,
	);

	const read = readRecurrence(text!, { zone: paris });
	if ('refused' in read) throw new Error(read.refused);
	const starts = fewFrom(read, new Date('2026-11-22T18:00:00Z'), 3).map(({ start }) => start.toISOString());
	expect(starts).toEqual([
		'2026-12-10T17:30:00.000Z',
		'2027-01-07T17:30:00.000Z',
		'2027-02-04T17:30:00.000Z',
	]);
});

test('beside other times, a plain week counts as one of them', () => {
	const listing = listingFrom(
		typed({ days: '2', time: '19:00', every0: 'm-1', days0: 'SU', at0: '11:00' }),
		blank('meeting', paris),
	);

	expect(listing).toMatchObject({ days: [], time: null });
	expect(listing.times).toHaveLength(2);
});

test('times that no line of the form can say stay as they are', () => {
	const yearly = `DTSTART;TZID=${paris}:20260501T100000\nDTEND;TZID=${paris}:20260501T120000\nRRULE:FREQ=YEARLY`;
	const before: Listing = { ...unsaid, slug: 'may', name: 'May', zone: paris, times: [yearly] };

	expect(listingFrom(typed(), before).times).toEqual([yearly]);
	expect(formTimesOf([yearly, 'nonsense'], paris).others).toEqual([yearly, 'nonsense']);
});

test('what is missing or makes no sense is told at its field', () => {
	expect(problems({ name: ' ' })).toEqual({ name: 'needed' });
	expect(problems({ every0: 'w1', days0: 'MO' })).toEqual({ at0: 'needed' });
	expect(problems({ every1: 'w2', days1: 'MO', at1: '10:00' })).toEqual({ since1: 'needed' });
	expect(problems({ every0: 'm1', at0: '10:00' })).toEqual({ days0: 'needed' });
	expect(problems({ every0: 'w1', days0: 'MO', at0: '10:00', zone: '' })).toEqual({ zone: 'needed' });
	expect(problems({ zone: 'Mars/Olympus' })).toEqual({ zone: 'not-right' });
	expect(problems({ website: 'javascript:alert(1)' })).toEqual({ website: 'not-right' });
	expect(problems({ position: 'near the river' })).toEqual({ position: 'not-right' });
	expect(problems({ off: 'Christmas' })).toEqual({ off: 'not-right' });
	expect(problems({ country: 'GBR' })).toEqual({ country: 'too-long' });
});

test('a form cannot say what it does not ask about', () => {
	const forged = {
		kind: 'circle',
		slug: 'else',
		types: 'W',
		here: 'yes',
		updated: '2026-01-01',
		revision: '3',
	};

	expect(listingFrom(typed(forged), blank('meeting', paris))).toEqual({
		...blank('meeting', paris),
		name: 'Tuesdays',
	});
});

test('a coarse position is never kept more exactly than to about a kilometre', () => {
	const at = (precision: string) =>
		listingFrom(typed({ position: '51.50735, -0.12776', precision }), blank('place', paris)).position;

	expect(at('coarse')).toEqual({ latitude: 51.51, longitude: -0.13, coarse: true });
	expect(at('exact')).toEqual({ latitude: 51.50735, longitude: -0.12776, coarse: false });
});

test('what the form shows of a listing is the same listing when it is sent back as it is', () => {
	const time = fc
		.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
		.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
	const row = fc.record({
		every: fc.constantFrom(...rhythms),
		days: fc.subarray([...weekdays], { minLength: 1 }),
		since: fc.constant('2026-11-22'),
		at: time,
		until: time,
	});
	fc.assert(
		fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
			const times = timesFrom({ rows, off: [], extra: [] }, paris);
			const before: Listing = {
				...unsaid,
				...{
					slug: 'all',
					name: 'All of it',
					about: 'Two\nlines',
					topics: ['grief'],
					languages: ['en', 'es'],
				},
				...{ access: ['quiet'], cost: 'five', identity: 'all', newcomersWelcome: true, size: 3, times },
				...{ zone: paris, place: 'Here', position: { latitude: 1.5, longitude: -2.25, coarse: false } },
			};

			expect(listingFrom(ListingForm.parse(valuesOf(before)), before)).toEqual(before);
		}),
		{ seed: 20261122, numRuns: 150 },
	);
});

test('a name in addresses is made of plain letters, and two never share one', () => {
	expect(slugFrom('Tardes de duelo – ¡aquí!', 60)).toBe('tardes-de-duelo-aqui');
	expect(slugFrom('あ', 60)).toBe('listing');
	expect(freeSlug('After a loss', new Set(['after-a-loss', 'after-a-loss-2']))).toBe('after-a-loss-3');
});
