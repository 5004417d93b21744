import { expect, test } from 'vitest';
import { isAbout } from './about.ts';

test('a topic is known by its words, in two languages, with or without accents', () => {
	expect(isAbout('grief', ['Grief on Tuesdays'])).toBe(true);
	expect(isAbout('grief', [null, 'Para quien ha perdido a alguien'])).toBe(true);
	expect(isAbout('grief', ['Pérdida y duelo'])).toBe(true);
	expect(isAbout('mental-health', ['HEARING VOICES'])).toBe(true);
	expect(isAbout('addiction', ['Al-Anon family'])).toBe(true);
	expect(isAbout('grief', ['Tea and a fire', null])).toBe(false);
});

test('words only count from their beginning', () => {
	expect(isAbout('trauma', ['A warm welcome; forward together'])).toBe(false);
	expect(isAbout('trauma', ['After the war'])).toBe(true);
	expect(isAbout('grief', ['Glossy paper'])).toBe(false);
});
