import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calm, line, paragraphs } from './tidy.ts';

test.each([
	['ATTITUDE ADJUSTMENT', 'Attitude Adjustment'],
	['EYE OPENER #1', 'Eye Opener #1'],
	['A GATHERING OF MEN', 'A Gathering of Men'],
	['WHAT WE USED TO BE LIKE', 'What We Used to Be Like'],
	['SUN-UP A.M. A.A.', 'Sun-Up A.M. A.A.'],
	['WED 8:30 AM STEP STUDY', 'Wed 8:30 AM Step Study'],
	['I AM RESPONSIBLE', 'I Am Responsible'],
	['12X12 STUDY, 11TH STEP', '12x12 Study, 11th Step'],
	['RAFTERS Q & A', 'Rafters Q & A'],
	['QUESTION & ANSWER DISC', 'Question & Answer Disc'],
	['L A X BIG BOOK', 'L A X Big Book'],
	['SPEAKERS - [ENTER ON 5TH]', 'Speakers - [Enter on 5th]'],
	["O'BRIEN'S DON'T QUIT", "O'Brien's Don't Quit"],
	['B.Y.O.BLANKET @ VENICE PIER', 'B.Y.O.Blanket @ Venice Pier'],
	['MARINA DEL REY', 'Marina del Rey'],
	['26TH ST and BROADWAY', '26th St and Broadway'],
	['509 W AVE H-8', '509 W Ave H-8'],
	['GRUPO MAÑANA ES HOY', 'Grupo Mañana Es Hoy'],
	['ВЕЧЕРНИЙ КРУГ', 'Вечерний Круг'],
])('%j is said as %j', (shouted, said) => {
	expect(calm(shouted)).toBe(said);
});

test.each([
	'Over The Bridge',
	'AA for Everyone',
	'iPhone Group',
	'VFW',
	'B4',
	'YMCA',
	'H.O.P.E.',
	'火曜の会',
	'مجموعة الأمل',
	'',
])('%j is left as it was written', (name) => {
	expect(calm(name)).toBe(name);
});

test('markup, double escaping and invisible characters do not reach the reader', () => {
	expect(line('<p>Hope &amp;amp; <a href="x">rest</a></p>', 100)).toBe('Hope & rest');
	expect(line('&lt;b&gt;bold&lt;/b&gt; &#x2014; A &lt; B', 100)).toBe('bold — A < B');
	expect(line('a\u202Eb\u0000c\u200Bd\uFEFF \n e', 100)).toBe('abcd e');
	expect(line('\uD800 lone', 100)).toBe('\uFFFD lone');
	expect(line('<br>&nbsp; ', 100)).toBeNull();
	expect(line('&#0;&#xD800;&#1114112;&unknown;', 100)).toBe('&unknown;');
});

test('notes keep their lines', () => {
	expect(paragraphs('Round the back.<br/>Ring twice.\r\n\r\n\r\n\r\nMind  the step.', 100)).toBe(
		'Round the back.\nRing twice.\n\nMind the step.',
	);
});

test('nothing is longer than asked, nothing is cut into halves of a character, and tidying twice changes nothing', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary', maxLength: 400 }),
			fc.integer({ min: 8, max: 120 }),
			(raw, atMost) => {
				const tidied = line(raw, atMost);
				if (tidied === null) return;
				expect(tidied.length).toBeLessThanOrEqual(atMost);
				expect(tidied.isWellFormed()).toBe(true);
				expect(tidied).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
			},
		),
	);
	fc.assert(fc.property(fc.string(), (text) => calm(calm(text)) === calm(text)));
});

test('calming changes the size of letters and nothing else', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
			expect(calm(text.toUpperCase()).toUpperCase()).toBe(text.toUpperCase());
		}),
	);
});
