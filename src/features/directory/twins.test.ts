import { expect, test } from 'vitest';
import { twinsAmong, type Sighted } from './twins.ts';

const table: Sighted = {
	...{ slug: 'near~tuesday', name: 'Tuesday table', days: [2], time: '19:00', place: null },
	...{ address: '1 Example Street, Newtown', onlineUrl: null },
};
const suspect = (one: Partial<Sighted>) => twinsAmong([table])({ ...table, slug: 'new', ...one });

test.each<[string, Partial<Sighted>, 'place' | 'name' | undefined]>([
	['the same street at the same time', { name: 'Another', address: '1 EXAMPLE STREET, Elsewhere' }, 'place'],
	['nearly the same name at the same time', { name: 'The Tuesday Table', address: null }, 'name'],
	['the same on one of several days', { days: [1, 2], name: 'Another' }, 'place'],
	[
		'the same link at the same time',
		{ name: 'Another', address: null, onlineUrl: 'https://a.example/' },
		undefined,
	],
	['another day', { days: [3] }, undefined],
	['another time', { time: '19:30' }, undefined],
	['no time at all', { time: null }, undefined],
	['another name and place', { name: 'Newcomers', address: '2 Example Street' }, undefined],
	['a name of one letter', { name: 'T', address: null }, undefined],
])('%s', (_, one, because) => {
	expect(suspect(one).map((twin) => twin.because)).toEqual(because ? [because] : []);
});

test('nobody is the twin of itself, and three suspicions are enough', () => {
	const many = Array.from({ length: 9 }, (_, at) => ({ ...table, slug: `near~${at}` }));

	expect(twinsAmong([table])(table)).toEqual([]);
	expect(twinsAmong(many)(table)).toHaveLength(3);
});
