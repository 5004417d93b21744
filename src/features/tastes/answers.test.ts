import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	answering,
	answersIn,
	avoidable,
	choices,
	markOf,
	nextQuestion,
	nothingSaid,
	queryOf,
	tasteKinds,
	topics,
	type Answers,
} from './answers.ts';

const read = (query: string) => answersIn(new URLSearchParams(query));

const said = fc.uniqueArray(
	fc.tuple(fc.constantFrom(...tasteKinds), fc.string()).map(([kind, key]) => ({ kind, mark: markOf(key) })),
	{ maxLength: 12 },
);

const answers: fc.Arbitrary<Answers> = fc.record({
	company: fc.constantFrom(undefined, 'company', 'quiet'),
	help: fc.constantFrom(undefined, 'listening', 'ideas'),
	time: fc.constantFrom(undefined, ...(Object.keys(choices.time) as (keyof (typeof choices)['time'])[])),
	avoid: fc.subarray([...avoidable, ...topics]),
	more: said,
	less: said,
});

test('the answers are the address, and nothing else is', () => {
	fc.assert(
		fc.property(answers, (some) => {
			expect(read(queryOf(some))).toEqual(some);
		}),
	);
	expect(queryOf(nothingSaid)).toBe('');
});

test('an address says nothing to somebody who reads it over a shoulder', () => {
	fc.assert(
		fc.property(answers, (some) => {
			expect(queryOf(some)).toMatch(/^(\?[a-z]=\w+(&[a-z]=\w+)*)?$/);
			for (const [, value] of new URLSearchParams(queryOf({ ...some, more: [], less: [] })))
				expect(value.length).toBeLessThanOrEqual(avoidable.length + topics.length);
		}),
	);
	expect(queryOf({ ...nothingSaid, company: 'quiet', avoid: ['seen', 'grief'] })).toBe('?a=q&d=sB');
});

test('what makes no sense in an address asks for nothing', () => {
	expect(read('?a=zz&b=%00&c=nn&d=%2F&m=!!&l=c12')).toEqual(nothingSaid);
	fc.assert(fc.property(fc.webQueryParameters(), (query) => void read(query)));
});

test('ticks come one by one from a form, and as one from a link', () => {
	expect(read('?d=b&d=A')).toEqual(read('?d=bA'));
});

test('each question is asked once, answered or skipped, in any order', () => {
	const first = new URLSearchParams('');
	expect(nextQuestion(first)).toBe('company');
	const second = new URLSearchParams(answering(first, 'company', 'c'));
	expect(nextQuestion(second)).toBe('help');
	const third = new URLSearchParams(answering(second, 'help'));
	expect(nextQuestion(third)).toBe('time');
	expect(answersIn(third)).toEqual({ ...nothingSaid, company: 'company' });
	expect(nextQuestion(new URLSearchParams(answering(third, 'time', 'n')))).toBe('avoid');
});
