import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ourPath } from './our-path.ts';

test('a form leads back to where somebody was', () => {
	expect(ourPath('/circles/abc?invitation=x')).toBe('/circles/abc?invitation=x');
	expect(ourPath('/')).toBe('/');
});

test.each([
	null,
	'',
	'null',
	'circles',
	'//elsewhere.example/x',
	'/\\elsewhere.example',
	'/\t/elsewhere.example',
	'/.//elsewhere.example',
	'/a/..//elsewhere.example',
	'https://elsewhere.example/',
	'javascript:alert(1)',
	'//',
	'/\\[',
])('nobody is led elsewhere, nor to a broken page, by %j', (wanted) => {
	expect(ourPath(wanted)).toBe('/');
});

test('whatever is asked for, the answer is a path here', () => {
	const piece = fc.constantFrom(
		'/',
		'\\',
		'.',
		'..',
		'//',
		'[',
		']',
		'@',
		':',
		'?',
		'#',
		'\t',
		'%2f',
		'a.example',
		'%',
	);
	fc.assert(
		fc.property(
			fc.array(piece).map((pieces) => `/${pieces.join('')}`),
			(wanted) => {
				const path = ourPath(wanted);
				expect(new URL(path, 'http://here.example').host).toBe('here.example');
				expect(ourPath(path)).toBe(path);
			},
		),
	);
});
