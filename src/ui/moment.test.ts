import { expect, test } from 'vitest';
import { told, toldTwice } from './moment.ts';

const at = new Date('2026-11-26T19:00:00Z');
const london = { locale: 'en-GB', zone: 'Europe/London' };

test('a moment is told on the reader’s clock, in the reader’s language', () => {
	expect(told(at, 'time', london)).toBe('19:00');
	expect(told(at, 'day', { locale: 'es', zone: 'Europe/Madrid' })).toBe('jueves, 26 de noviembre');
	expect(told(at, 'time', { locale: 'es', zone: 'Pacific/Auckland' })).toBe('8:00');
});

test('told completely, it says the year and the zone', () => {
	expect(told(at, 'relative-free', london)).toMatch(/Thursday.*26 November 2026.*19:00/);
});

test('a second clock names its zone, and its day only where that differs', () => {
	const [here, there] = toldTwice(at, 'day-time', london, 'Europe/Madrid');
	expect(here).toBe(told(at, 'day-time', london));
	expect(there).toMatch(/^20:00 .+/);
	expect(there).not.toMatch(/Thursday/);

	expect(toldTwice(at, 'day-time', london, 'Pacific/Auckland')[1]).toMatch(/Friday.*27 November/);
});

test('two clocks that agree are told once', () => {
	expect(toldTwice(at, 'day-time', london, 'Europe/Lisbon')).toHaveLength(1);
});

test('while the reader’s clock is not known, the clock that is meant is named', () => {
	const evening = new Date('2026-11-24T18:30:00Z');
	expect(told(evening, 'time', { locale: 'es', zone: 'UTC' })).toMatch(/^18:30.*(UTC|GMT)/);
	expect(told(evening, 'day', { locale: 'en', zone: 'UTC' })).toBe('Tuesday, November 24');
});

test('whose clock is not known yet is told once what both clocks say, with the zone it is said in', () => {
	const winter = new Date('2026-12-01T19:00:00Z');

	const once = toldTwice(winter, 'day-time', { locale: 'en-GB', zone: 'UTC' }, 'Europe/London');

	expect(once).toHaveLength(1);
	expect(once[0]).toMatch(/19:00 (UK|United Kingdom) (Time|time)|19:00 GMT/);
	const summer = new Date('2026-07-01T19:00:00Z');
	expect(toldTwice(summer, 'day-time', { locale: 'en-GB', zone: 'UTC' }, 'Europe/London')).toHaveLength(2);
});
