import { expect, test } from 'vitest';
import { speakers } from '#platform/say.ts';
import en from '../messages/en.json' with { type: 'json' };
import es from '../messages/es.json' with { type: 'json' };
import { dayTold, lengthTold, whenTold } from './when.ts';

const sayIn = speakers({ en, es });
const reader = (locale: string) => ({ locale, zone: 'UTC', say: sayIn(locale, 'UTC') });

test('a meeting’s weeks are told as people tell them', () => {
	const twice = { days: [2, 5] as const, time: '19:30' };

	expect(whenTold(reader('en'), twice)).toBe('Tuesdays and Fridays, 7:30 PM');
	expect(whenTold(reader('es'), twice)).toBe('Los martes y los viernes, 19:30');
	expect(whenTold(reader('en'), { days: [0, 1, 2, 3, 4, 5, 6], time: '00:00' })).toBe('Every day, 12:00 AM');
});

test('what the list does not say is said to be missing, and to be asked', () => {
	expect(whenTold(reader('en'), { days: [2], time: null })).toMatch(/^Tuesdays\. .*what time; ask them/);
	expect(whenTold(reader('es'), { days: [], time: '07:00' })).toMatch(/^7:00\. .*qué día; pregúntales/);
	expect(whenTold(reader('en'), { days: [], time: null })).toBe('By appointment');
});

test('lengths and days are told in the reader’s language', () => {
	expect(lengthTold('en', 90)).toBe('1 hour, 30 minutes');
	expect(lengthTold('es', 60)).toBe('1 hora');
	expect(dayTold({ locale: 'es', zone: 'Europe/Madrid' }, new Date('2026-11-22T23:30:00Z'))).toBe(
		'23 de noviembre de 2026',
	);
});
