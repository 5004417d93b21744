import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segments } from './message.ts';

test.each([
	['words alone', 'good night', [{ text: 'good night' }]],
	[
		'an address in a sentence, without its full stop',
		'see https://a.example/x.',
		[{ text: 'see ' }, { text: 'https://a.example/x', href: 'https://a.example/x' }, { text: '.' }],
	],
	['a script in the clothes of a link', 'javascript:alert(1)', [{ text: 'javascript:alert(1)' }]],
	['an address that is none', 'https://', [{ text: 'https://' }]],
])('%s', (_what, body, expected) => {
	expect(segments(body)).toEqual(expected);
});

test('nothing that was said is lost or added, and a link leads where it says', () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constant('https://x.example/<b>'))),
			(parts) => {
				const body = parts.join(' ');
				const pieces = segments(body);
				expect(pieces.map(({ text }) => text).join('')).toBe(body);
				for (const { text, href } of pieces)
					if (href) {
						expect(href).toMatch(/^https?:/);
						expect(href).toBe(new URL(text).href);
					}
			},
		),
	);
});
